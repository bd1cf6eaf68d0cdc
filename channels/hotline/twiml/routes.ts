/** The hooks that TwiML providers call. */
import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import type { Utterance } from '../../speech/speak-answer.ts';
import type { CallDialogue, CallEvent } from '../call.ts';
import { endOf, startedOf, transferOf, turnOf } from './read-event.ts';
import { isSigned } from './verify-signature.ts';
import { whisperTwiml, writeTwiml } from './write-twiml.ts';

export interface TwimlRoutesOptions {
  readonly dialogue: CallDialogue;
  readonly token: string;
  /** The address of this program as the provider calls it: signatures hold it. */
  readonly publicUrl: string;
  readonly voice: string;
  readonly ownNumber: string | null;
  readonly whisper: readonly Utterance[];
  readonly now?: () => Date;
  readonly onError: (error: unknown) => void;
}

export const twimlPath = '/hotline/twiml';
const mostBytes = '100kb';
const formSchema = z.record(z.string(), z.string());

export function twimlRoutes(options: TwimlRoutesOptions): Router {
  const { dialogue, token, publicUrl, voice, ownNumber, whisper, now = () => new Date(), onError } = options;
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: mostBytes, parameterLimit: 200 });
  const signed: RequestHandler = (request, response, next) => {
    const fields = formSchema.safeParse(request.body ?? {});
    const url = `${publicUrl}${request.originalUrl}`;
    const header = request.header('x-twilio-signature');
    if (fields.success && isSigned({ header, url, fields: fields.data, token })) return next();
    response
      .status(401)
      .json({ error: { code: 'signature-wrong', message: 'The signature of this call is not good.' } });
  };
  type Read = (body: unknown, surroundings: { readonly at: Date; readonly turn: number }) => CallEvent | null;
  const hook = (path: string, read: Read) =>
    router.post(`${twimlPath}/${path}`, form, signed, async (request, response) => {
      const turn = z.coerce.number().int().min(0).catch(0).parse(request.query.t);
      const event = read(request.body, { at: now(), turn });
      response.type('text/xml');
      if (event === null) return void response.send('<Response></Response>');
      const action = await dialogue.onEvent(event);
      response.send(
        event.kind === 'ended'
          ? '<Response></Response>'
          : writeTwiml(action, { voice, path: twimlPath, turn: event.turn, ownNumber }),
      );
    });
  hook('call', startedOf);
  hook('turn', turnOf);
  hook('transfer-result', transferOf);
  hook('status', endOf);
  router.post(`${twimlPath}/whisper`, form, signed, (_request, response) => {
    response.type('text/xml').send(whisperTwiml(whisper, voice));
  });
  const refuse: ErrorRequestHandler = (error, _request, response, next) => {
    if (error instanceof z.ZodError)
      return void response.status(400).json({ error: { code: 'bad-input', message: 'This is no call.' } });
    if (error?.type === 'entity.too.large' || error?.type === 'parameters.too.many')
      return void response.status(413).json({ error: { code: 'too-large', message: 'The form is too large.' } });
    onError(error);
    next(error);
  };
  router.use(twimlPath, refuse);
  return router;
}
