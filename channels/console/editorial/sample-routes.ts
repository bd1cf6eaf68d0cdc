/** The weekly sample: what to mark, marks, and what they say of all answers. */
import { Router } from 'express';
import type { SampleDesk } from '../../../bot/index.ts';
import { idOf, type Routing } from './editorial-api.ts';
import { markSchema, weekQuerySchema } from './schemas.ts';

export function sampleRoutes(desk: SampleDesk, { admit, memberOf }: Routing): Router {
  const router = Router();
  const marks = admit('mark-samples');
  router.get('/samples', ...marks, async (request, response) => {
    response.json({ weeks: await desk.weeks(await memberOf(request)) });
  });
  router.get('/samples/items', ...marks, async (request, response) => {
    const { week } = weekQuerySchema.parse(request.query);
    response.json({ week, items: await desk.items(await memberOf(request), week) });
  });
  router.put('/samples/items/:id/mark', ...marks, async (request, response) => {
    await desk.mark(await memberOf(request), idOf(request), markSchema.parse(request.body));
    response.status(204).end();
  });
  // The figures are a supervisor's as well.
  router.get('/samples/report', ...admit('see-figures'), async (_request, response) => {
    response.json(await desk.report());
  });
  return router;
}
