/** What the holder of a talk does in it: speak, type, pass it on, end it. Each brings the fence of his claim. */
import { Router } from 'express';
import { admit, handOffIdOf, memberOf, reply } from './admit.ts';
import type { ConsoleApi } from './api-parts.ts';
import { endSchema, entrySchema, fenceSchema, messageSchema, transferSchema } from './schemas.ts';

const one = '/hand-offs/:id';

export function speakRoutes(api: ConsoleApi): Router {
  const { desk, gate, live } = api;
  const router = Router();
  router.post(`${one}/messages`, ...admit(api, 'answer'), async (request, response) => {
    const { fence, key, text, pictureIds = [] } = messageSchema.parse(request.body);
    const claim = { handOffId: handOffIdOf(request), fence };
    reply(response, entrySchema, await desk.say(await memberOf(gate, request), claim, { key, text, pictureIds }));
  });
  router.post(`${one}/typing`, ...admit(api, 'answer', { counts: 'looks' }), async (request, response) => {
    const claim = { handOffId: handOffIdOf(request), ...fenceSchema.parse(request.body) };
    await desk.typing(await memberOf(gate, request), claim);
    response.status(204).end();
  });
  router.post(`${one}/transfer`, ...admit(api, 'transfer'), async (request, response) => {
    const { fence, to, note } = transferSchema.parse(request.body);
    const claim = { handOffId: handOffIdOf(request), fence };
    await desk.transfer(await memberOf(gate, request), claim, to, note);
    live.unwatch(claim.handOffId);
    response.status(204).end();
  });
  router.post(`${one}/end`, ...admit(api, 'answer'), async (request, response) => {
    const { fence, as } = endSchema.parse(request.body);
    const claim = { handOffId: handOffIdOf(request), fence };
    await desk.end(await memberOf(gate, request), claim, as);
    live.unwatch(claim.handOffId);
    response.status(204).end();
  });
  return router;
}
