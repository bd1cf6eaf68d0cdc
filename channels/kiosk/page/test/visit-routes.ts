/** Visits of the test server. */
import { randomUUID } from 'node:crypto';
import express, { type Request, type Router } from 'express';
import {
  dossierListSchema,
  newVisitSchema,
  ratingSchema,
  receiptSchema,
  revealedSchema,
  visitReplySchema,
  visitStateSchema,
} from '../../api/schemas.ts';
import { askForCode, secretOfDossier } from './answers.ts';
import { type Desk, newTalk, type Talk } from './kiosk-desk.ts';

export function visitRoutes(desk: Desk): Router {
  const router = express.Router();
  /** The talk of this visit, for whoever shows its token. */
  const talkOf = (request: Request): readonly [string, Talk] | null => {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const talk = desk.talks.get(token);
    return talk && !talk.ended && talk.visit === request.params.id ? [token, talk] : null;
  };
  router.post('/kiosk/api/visits', (request, response) => {
    newVisitSchema.parse(request.body);
    const conversationId = randomUUID();
    const talk = newTalk(randomUUID());
    desk.talks.set(conversationId, talk);
    const { endsAt } = talk.state;
    response.json(
      visitReplySchema.parse({ visit: talk.visit, conversationId, token: conversationId, idleSeconds: 90, endsAt }),
    );
  });
  router.use('/kiosk/api/visits/:id', (request, response, next) => {
    if (talkOf(request)) next();
    else response.status(404).json({ error: { code: 'NotFound', message: '' } });
  });
  router.delete('/kiosk/api/visits/:id', (request, response) => {
    const found = talkOf(request);
    if (found) found[1].ended = true;
    response.status(204).end();
  });
  const state = (request: Request) => visitStateSchema.parse(talkOf(request)?.[1].state);
  router.get('/kiosk/api/visits/:id', (request, response) => void response.json(state(request)));
  router.put('/kiosk/api/visits/:id', (request, response) => void response.json(state(request)));
  router.post('/kiosk/api/visits/:id/receipt', (request, response) => {
    receiptSchema.parse(request.body);
    const found = talkOf(request);
    if (found) {
      found[1].state = { ...found[1].state, awaits: 'sent' };
      desk.say(found[0], { from: { role: 'bot' }, text: '', channelData: { answer: askForCode } });
    }
    response.status(202).json({});
  });
  router.get('/kiosk/api/visits/:id/dossiers', (_request, response) => {
    response.json(dossierListSchema.parse({ dossiers: [{ ref: 'r1', title: 'Hồ sơ có đuôi mã 0042' }] }));
  });
  router.post('/kiosk/api/visits/:id/dossiers/:ref/reveal', (_request, response) => {
    const blocks = [
      { kind: 'title', text: 'Hồ sơ …0042' },
      { kind: 'say', text: secretOfDossier },
    ];
    response.json(revealedSchema.parse({ blocks, hideAfterSeconds: 30 }));
  });
  router.post('/kiosk/api/visits/:id/rating', (request, response) => {
    ratingSchema.parse(request.body);
    response.status(204).end();
  });
  return router;
}
