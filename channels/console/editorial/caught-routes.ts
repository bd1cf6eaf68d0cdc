/** What the checks caught of a model's drafts, and what editors think of it. */
import { Router } from 'express';
import { z } from 'zod';
import { type CaughtDesk, caughtPage, caughtVerdicts } from '../../../bot/index.ts';
import { idOf, type Routing } from './editorial-api.ts';

const querySchema = z.object({
  rule: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional(),
  verdict: z.enum([...caughtVerdicts, 'open']).optional(),
  before: z.coerce.date().optional(),
});
const verdictSchema = z.strictObject({ verdict: z.enum(caughtVerdicts).nullable() });

export function caughtRoutes(desk: CaughtDesk, { admit, memberOf }: Routing): Router {
  const router = Router();
  const edits = admit('edit-knowledge');
  router.get('/caught', ...edits, async (request, response) => {
    const member = await memberOf(request);
    const [items, counts] = await Promise.all([
      desk.list(member, querySchema.parse(request.query)),
      desk.counts(member),
    ]);
    const older = items.length >= caughtPage ? (items.at(-1)?.at ?? null) : null;
    response.json({ items, counts, older });
  });
  router.put('/caught/:id', ...edits, async (request, response) => {
    const { verdict } = verdictSchema.parse(request.body);
    await desk.judge(await memberOf(request), idOf(request), verdict);
    response.status(204).end();
  });
  return router;
}
