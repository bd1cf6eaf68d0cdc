/** What officers look up: the search in official mode, canned replies. */
import { Router } from 'express';
import { admit, memberOf, reply } from './admit.ts';
import type { ConsoleApi } from './api-parts.ts';
import { cannedQuerySchema, cannedReplySchema, officialReplySchema, searchQuerySchema } from './schemas.ts';

/** A province has no rules of its own here: its members name the commune. */
const communeOf = (unit: string): string | null => (unit.length === 5 ? unit : null);

export function knowledgeRoutes(api: ConsoleApi): Router {
  const { gate, search, canned, now = Date.now } = api;
  const router = Router();
  router.get('/search', ...admit(api, 'official-search', { counts: 'searches' }), async (request, response) => {
    const { q: text, code = null, unit } = searchQuerySchema.parse(request.query);
    const member = await memberOf(gate, request);
    const asked = { text, code, unit: unit ?? communeOf(member.unit), at: new Date(now()) };
    reply(response, officialReplySchema, await search(asked));
  });
  router.get('/canned', ...admit(api, 'answer'), async (request, response) => {
    const { code = null } = cannedQuerySchema.parse(request.query);
    const { name: officer, unit } = await memberOf(gate, request);
    reply(response, cannedReplySchema, canned({ code, unit: communeOf(unit), officer, at: new Date(now()) }));
  });
  return router;
}
