/** Who is signed in, whether he is at hand, and whom and where a talk can be passed on to. */
import { Router } from 'express';
import { staffRights } from '../../../bot/index.ts';
import { admit, memberOf, reply, signedIn } from './admit.ts';
import type { ConsoleApi } from './api-parts.ts';
import { colleaguesSchema, desksSchema, meSchema, presenceSchema, unitsSchema } from './schemas.ts';

export function meRoutes(api: ConsoleApi): Router {
  const { gate, staff, desk, serving, vapidKey } = api;
  const router = Router();
  router.get('/me', ...admit(api), async (request, response) => {
    const { member, csrf } = await signedIn(gate, request);
    const { presence } = await staff.presence.of(member.id);
    const unitName = serving().unitName(member.unit);
    reply(response, meSchema, { member, unitName, rights: staffRights[member.role], csrf, presence, vapidKey });
  });
  router.put('/presence', ...admit(api), async (request, response) => {
    const { state, reason = null } = presenceSchema.parse(request.body);
    const { member, sessionId } = await signedIn(gate, request);
    await staff.presence.set(member.id, sessionId, state, reason);
    response.status(204).end();
  });
  router.get('/colleagues', ...admit(api, 'see-inbox'), async (request, response) => {
    reply(response, colleaguesSchema, await desk.colleagues(await memberOf(gate, request)));
  });
  router.get('/desks', ...admit(api, 'see-inbox'), async (request, response) => {
    const { unit } = await memberOf(gate, request);
    reply(response, desksSchema, serving().desks(unit));
  });
  router.get('/units', ...admit(api, 'see-inbox'), (_request, response) => {
    reply(response, unitsSchema, serving().communes());
  });
  return router;
}
