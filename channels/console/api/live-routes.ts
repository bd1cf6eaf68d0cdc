/** The live stream. */
import { Router } from 'express';
import { admit, memberOf } from './admit.ts';
import type { ConsoleApi } from './api-parts.ts';

export function liveRoutes(api: ConsoleApi): Router {
  const router = Router();
  router.get('/events', ...admit(api, 'see-inbox', { background: true }), async (request, response) => {
    api.live.open(await memberOf(api.gate, request), request, response);
  });
  return router;
}
