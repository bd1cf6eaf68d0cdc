/** Practice talks of the officer who is signed in. */
import { Router } from 'express';
import type { PracticeDesk } from '../../../bot/index.ts';
import { idOf, type Routing } from './editorial-api.ts';
import { beginSchema, wordsSchema } from './schemas.ts';

export function practiceRoutes(desk: PracticeDesk, { admit, memberOf }: Routing): Router {
  const router = Router();
  const practises = admit('practise');
  router.get('/practice', ...practises, async (request, response) => {
    const member = await memberOf(request);
    response.json({ scenarios: desk.scenarios(member), talks: await desk.list(member) });
  });
  router.post('/practice', ...practises, async (request, response) => {
    const { scenario } = beginSchema.parse(request.body);
    response.status(201).json(await desk.begin(await memberOf(request), scenario));
  });
  router.get('/practice/:id', ...practises, async (request, response) => {
    response.json(await desk.talk(await memberOf(request), idOf(request)));
  });
  router.post('/practice/:id/words', ...practises, async (request, response) => {
    const { edition, text } = wordsSchema.parse(request.body);
    response.json(await desk.say(await memberOf(request), { id: idOf(request), edition }, text));
  });
  router.post('/practice/:id/end', ...practises, async (request, response) => {
    response.json(await desk.end(await memberOf(request), idOf(request)));
  });
  return router;
}
