/** Hearing and speaking for a page whose browser can do neither. Nothing of the sound is kept. */
import express, { Router } from 'express';
import { countCalls } from '../../limits/index.ts';
import { notFound, WireError } from '../../web/direct-line/wire-error.ts';
import { saySchema } from '../api/schemas.ts';
import { visitOver } from '../kiosk-error.ts';
import type { KioskRoom } from '../kiosk-parts.ts';
import { deviceOf } from '../visits/visit-door.ts';

/** 15 s of 16 kHz, 16 bit, and its header. */
const mostBytes = 15 * 32_000 + 1_000;
const withinMs = { listen: 12_000, say: 6_000 };

export function speechRoutes(room: KioskRoom): Router {
  const { voices } = room;
  const heard = countCalls('kiosk-heard');
  const said = countCalls('kiosk-said');
  const router = Router();
  const own = async (request: express.Request): Promise<string> => {
    const device = await deviceOf(room, request.headers);
    if (!device) throw visitOver();
    return device.id;
  };
  // Who may not speak is refused before a byte of the sound is read.
  router.post('/speech/listen', async (request, _response, next) => {
    await heard(await own(request));
    if (!voices.listen) throw notFound('No speech to text is set. See SPEECH_TO_TEXT_URL.');
    next();
  });
  router.post('/speech/listen', express.raw({ type: 'audio/wav', limit: mostBytes }), async (request, response) => {
    const wav: unknown = request.body;
    if (!voices.listen || !Buffer.isBuffer(wav)) throw new WireError(415, 'NotSound', 'Send audio/wav: 16 kHz, mono.');
    response.json(await voices.listen(wav, AbortSignal.timeout(withinMs.listen)).catch(unheard));
  });
  router.post('/speech/say', express.json({ limit: '8kb' }), async (request, response) => {
    await said(await own(request));
    if (!voices.say) throw notFound('No voice is set. See TEXT_TO_SPEECH_URL.');
    const { text, rate } = saySchema.parse(request.body);
    const wav = await voices.say(text, rate, AbortSignal.timeout(withinMs.say)).catch(unheard);
    response.set('Cache-Control', 'no-store').type('audio/wav').send(Buffer.from(wav));
  });
  return router;
}

/** The cause is told to nobody at the screen. */
function unheard(error: unknown): never {
  throw Object.assign(new WireError(502, 'Unheard', 'The speech engine gave no answer.'), { cause: error });
}
