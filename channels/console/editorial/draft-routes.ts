/** Questions nobody could answer, and the drafts made of them. */
import { type Response, Router } from 'express';
import type { EditorialDesk } from '../../../bot/index.ts';
import { idOf, type Routing } from './editorial-api.ts';
import {
  changeSchema,
  draftsQuerySchema,
  keySchema,
  likelyQuerySchema,
  newDraftSchema,
  proposalSchema,
  reasonedKeySchema,
} from './schemas.ts';

export function draftRoutes(desk: EditorialDesk, { admit, memberOf }: Routing): Router {
  const router = Router();
  const edits = admit('edit-knowledge');
  router.get('/groups', ...edits, async (request, response) => {
    response.json({ groups: await desk.groups(await memberOf(request)) });
  });
  router.get('/likely', ...edits, async (request, response) => {
    const { question } = likelyQuerySchema.parse(request.query);
    response.json({ likely: await desk.likely(await memberOf(request), question) });
  });
  router.post('/proposals', ...edits, async (request, response) => {
    response.json({ content: desk.propose(await memberOf(request), proposalSchema.parse(request.body)) });
  });
  router.get('/drafts', ...edits, async (request, response) => {
    const { state } = draftsQuerySchema.parse(request.query);
    response.json({ drafts: await desk.list(await memberOf(request), state) });
  });
  router.post('/drafts', ...edits, async (request, response) => {
    const { content, ...from } = newDraftSchema.parse(request.body);
    response.status(201).json(await desk.make(await memberOf(request), content, from));
  });
  router.get('/drafts/:id', ...edits, async (request, response) => {
    response.json(await desk.find(await memberOf(request), idOf(request)));
  });
  router.put('/drafts/:id', ...edits, async (request, response) => {
    const { edition, content } = changeSchema.parse(request.body);
    response.json(await desk.change(await memberOf(request), { id: idOf(request), edition }, content));
  });
  router.post('/drafts/:id/try', ...edits, async (request, response) => {
    sendOrWait(response, await desk.try(await memberOf(request), idOf(request)));
  });
  router.post('/drafts/:id/submit', ...edits, async (request, response) => {
    const { edition } = keySchema.parse(request.body);
    sendOrWait(response, await desk.submit(await memberOf(request), { id: idOf(request), edition }));
  });
  router.post('/drafts/:id/approve', ...edits, async (request, response) => {
    const { edition } = keySchema.parse(request.body);
    sendOrWait(response, await desk.approve(await memberOf(request), { id: idOf(request), edition }));
  });
  for (const [path, act] of [['refuse', desk.refuse] as const, ['take-back', desk.takeBack] as const])
    router.post(`/drafts/:id/${path}`, ...edits, async (request, response) => {
      const { edition, because } = reasonedKeySchema.parse(request.body);
      response.json(await act(await memberOf(request), { id: idOf(request), edition }, because));
    });
  return router;
}

/** 202: the trial goes on; the page asks the same again. */
function sendOrWait(response: Response, value: unknown): void {
  if (value === null) response.status(202).json({ trying: true });
  else response.json(value);
}
