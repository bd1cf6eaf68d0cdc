/** The hooks that jambonz calls. Unsigned or badly signed calls have no effect at all. */
import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import type { Utterance } from '../../speech/speak-answer.ts';
import type { CallDialogue, CallEvent } from '../call.ts';
import { endOf, startedOf, transferOf, turnOf } from './read-event.ts';
import { verifySignature } from './verify-signature.ts';
import { type Voice, whisperVerbs, writeVerbs } from './write-verbs.ts';

export interface JambonzOptions {
  readonly dialogue: CallDialogue;
  readonly secret: string;
  readonly voice: Voice;
  readonly ownNumber: string | null;
  /** Said to the officer before he is connected. */
  readonly whisper: readonly Utterance[];
  readonly now?: () => Date;
  readonly onError: (error: unknown) => void;
}

export const jambonzPath = '/hotline/jambonz';
const mostBytes = 100_000;

export function jambonzRoutes({
  dialogue,
  secret,
  voice,
  ownNumber,
  whisper,
  now = () => new Date(),
  onError,
}: JambonzOptions): Router {
  const router = Router();
  const raw = express.raw({ type: () => true, limit: mostBytes });
  const signed: RequestHandler = (request, response, next) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const verdict = verifySignature({ header: request.header('jambonz-signature'), body, secret, now: now() });
    if (verdict !== 'good') {
      response
        .status(401)
        .json({ error: { code: `signature-${verdict}`, message: 'The signature of this call is not good.' } });
      return;
    }
    request.body = JSON.parse(body.toString('utf8'));
    next();
  };
  type Read = (body: unknown, surroundings: { readonly at: Date; readonly turn: number }) => CallEvent | null;
  const hook = (path: string, read: Read) =>
    router.post(`${jambonzPath}/${path}`, raw, signed, async (request, response) => {
      const turn = z.coerce.number().int().min(0).catch(0).parse(request.query.t);
      const event = read(request.body, { at: now(), turn });
      if (event === null) return void response.json([]);
      const action = await dialogue.onEvent(event);
      response.json(
        event.kind === 'ended' ? [] : writeVerbs(action, { voice, path: jambonzPath, turn: event.turn, ownNumber }),
      );
    });
  hook('call', startedOf);
  hook('turn', turnOf);
  hook('transfer-result', transferOf);
  hook('status', endOf);
  router.post(`${jambonzPath}/whisper`, raw, signed, (_request, response) => {
    response.json(whisperVerbs(whisper, voice));
  });
  const refuse: ErrorRequestHandler = (error, _request, response, next) => {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return void response.status(400).json({ error: { code: 'bad-input', message: 'This is no call of jambonz.' } });
    if (error?.type === 'entity.too.large')
      return void response.status(413).json({ error: { code: 'too-large', message: 'The body is too large.' } });
    onError(error);
    next(error);
  };
  router.use(jambonzPath, refuse);
  return router;
}
