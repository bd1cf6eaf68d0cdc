/** `POST /hotline/speech/tts`: jambonz has our voice say something (its "custom" speech). */
import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { isBearer } from '../../same-secret.ts';
import { takeTurns } from '../engines/take-turns.ts';
import { SpeechError, type TextToSpeech } from '../ports.ts';
import { resample } from '../sound/resample.ts';
import { readWav, writeWav } from '../sound/wav.ts';
import { readSsml } from './read-ssml.ts';

export interface SayRoutesOptions {
  /** `null`: nothing speaks here; every request is told so. */
  readonly voice: TextToSpeech | null;
  readonly key: string;
  /** Never told of what is said. */
  readonly onError: (error: unknown) => void;
}

export const sayPath = '/hotline/speech/tts';
/** What jambonz takes a WAV for, whatever its header says. */
const telephoneRate = 8_000;
const mostBytes = '32kb';
const longestText = 4_000;
const withinMs = 8_000;
const atATime = 16;
const mostWaiting = 64;

const saying = z.object({
  language: z.string().max(32).optional(),
  voice: z.string().max(128).optional(),
  type: z.enum(['text', 'ssml']).default('text'),
  text: z.string().min(1).max(longestText),
});

export function sayRoutes({ voice, key, onError }: SayRoutesOptions): Router {
  const router = Router();
  const turns = takeTurns(atATime, mostWaiting);
  const known: RequestHandler = (request, response, next) => {
    if (isBearer(request.header('authorization'), key)) next();
    else response.status(401).json(errorBody('unauthorized', 'The key is not good: set it as HOTLINE_SPEECH_KEY.'));
  };
  router.post(sayPath, known, express.json({ limit: mostBytes }), async (request, response) => {
    if (!voice) throw new SpeechError('off', 'There is no voice: set TEXT_TO_SPEECH_URL or install espeak-ng.');
    const told = saying.parse(request.body);
    const { text, rate } = told.type === 'ssml' ? readSsml(told.text) : { text: told.text, rate: 'normal' as const };
    const hungUp = new AbortController();
    response.once('close', () => hungUp.abort(new SpeechError('off', 'jambonz hung up.')));
    const signal = AbortSignal.any([hungUp.signal, AbortSignal.timeout(withinMs)]);
    // What is a person's is not told apart here: nothing is kept. jambonz keeps what may be kept.
    const { wav } = await turns(signal, () => voice.synthesize({ text, rate, sensitive: true, signal }));
    response.type('audio/wav').send(Buffer.from(writeWav(resample(readWav(wav), telephoneRate))));
  });
  router.use(sayPath, refuse(onError));
  return router;
}

const errorBody = (code: string, message: string) => ({ error: { code, message } });

const refuse =
  (onError: (error: unknown) => void): ErrorRequestHandler =>
  (error, _request, response, next) => {
    if (response.headersSent || response.destroyed) return;
    if (error instanceof z.ZodError || error?.type === 'entity.parse.failed')
      return void response.status(400).json(errorBody('bad-input', 'Send {"language", "type", "text"} as JSON.'));
    if (error?.type === 'entity.too.large')
      return void response.status(413).json(errorBody('too-large', `At most ${longestText} signs are said at once.`));
    const fault = error?.name === 'TimeoutError' ? new SpeechError('timeout', 'The voice took too long.') : error;
    onError(fault);
    if (!(fault instanceof SpeechError)) return next(fault);
    response.status(fault.code === 'speech-refused' ? 400 : 503).json(errorBody(fault.code, fault.message));
  };
