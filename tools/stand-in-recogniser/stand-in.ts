/**
 * Stands in for a server for speech, with the two doors of an OpenAI-compatible one. It knows its utterances by their
 * sound: a transcript comes back only if the sound really arrived. It speaks with the voice of tests.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import type { TextToSpeech } from '../../channels/speech/ports.ts';
import { readWav, type Sound, writeWav } from '../../channels/speech/sound/wav.ts';
import { type Fingerprint, fingerprintOf, likest, sureLikeness } from './match-sound.ts';

/** How the next request fails; each is used once. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'garbage' }
  /** What the recogniser makes up instead of hearing. */
  | { readonly kind: 'text'; readonly text: string };

/** What was sent to be heard, and what came of it. */
export interface HeardHere {
  readonly seconds: number;
  readonly sampleRate: number;
  /** '' when it was no known utterance. */
  readonly text: string;
  /** Correlation with the likest known utterance. */
  readonly likeness: number;
  readonly prompt: string;
}

export interface StandIn {
  /** With `/v1`, as SPEECH_TO_TEXT_URL and TEXT_TO_SPEECH_URL take it. */
  readonly url: string;
  readonly heard: readonly HeardHere[];
  /** Texts that were asked to be spoken. */
  readonly spoken: readonly string[];
  /** Makes an utterance known by its sound. */
  teach(text: string, sound: Sound): void;
  /** Speaks it by the voice, and makes that sound known. */
  teachSpoken(text: string): Promise<Sound>;
  failNext(...faults: readonly Fault[]): void;
  stop(): Promise<void>;
}

export interface StandInOptions {
  readonly voice: TextToSpeech;
  readonly port?: number;
  /** Bearer key that is asked for; none unless given. */
  readonly apiKey?: string;
}

const speaking = z.object({ input: z.string().min(1), speed: z.number().default(1) });
const never = new AbortController().signal;

interface Memory {
  readonly known: Fingerprint[];
  readonly sounds: Map<string, Sound>;
  readonly heard: HeardHere[];
  readonly spoken: string[];
  readonly faults: Fault[];
}

export async function startStandIn({ voice, port = 0, apiKey }: StandInOptions): Promise<StandIn> {
  const memory: Memory = { known: [], sounds: new Map(), heard: [], spoken: [], faults: [] };
  const teach = (text: string, sound: Sound) => {
    memory.known.push(fingerprintOf(text, sound));
    memory.sounds.set(text, sound);
  };
  const server = createServer((request, response) => void answer({ request, response, apiKey, voice, memory }));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/v1`,
    heard: memory.heard,
    spoken: memory.spoken,
    teach,
    async teachSpoken(text) {
      const sound = readWav((await voice.synthesize({ text, rate: 'normal', signal: never })).wav);
      teach(text, sound);
      return sound;
    },
    failNext: (...next) => void memory.faults.push(...next),
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly apiKey: string | undefined;
  readonly voice: TextToSpeech;
  readonly memory: Memory;
}

async function answer(visit: Visit): Promise<void> {
  const { request, response, apiKey, memory } = visit;
  const fault = memory.faults.shift();
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'status') return refuse(response, fault.status, 'as it was told to');
  if (fault?.kind === 'garbage') return void response.writeHead(200).end('<html>not what you think</html>');
  if (apiKey !== undefined && request.headers.authorization !== `Bearer ${apiKey}`)
    return refuse(response, 401, 'wrong key');
  const door = `${request.method} ${new URL(request.url ?? '/', 'http://127.0.0.1').pathname}`;
  try {
    if (door === 'POST /v1/audio/transcriptions') await hear(visit, fault?.text ?? null);
    else if (door === 'POST /v1/audio/speech') await speak(visit);
    else refuse(response, 404, 'no such door');
  } catch (error) {
    refuse(response, 400, error instanceof Error ? error.message : 'unreadable');
  }
}

async function hear({ request, response, memory }: Visit, madeUp: string | null): Promise<void> {
  const form = await formOf(request);
  const file = form.get('file');
  if (!(file instanceof Blob)) return refuse(response, 400, 'file is missing');
  const sound = readWav(new Uint8Array(await file.arrayBuffer()));
  const match = likest(sound, memory.known) ?? { text: '', likeness: 0 };
  const text = madeUp ?? (match.likeness >= sureLikeness ? match.text : '');
  const seconds = sound.pcm16.length / sound.sampleRate;
  const prompt = String(form.get('prompt') ?? '');
  memory.heard.push({ text, likeness: match.likeness, sampleRate: sound.sampleRate, seconds, prompt });
  send(response, 200, { text });
}

/** A known text gives its known sound. */
async function speak({ request, response, voice, memory }: Visit): Promise<void> {
  const { input, speed } = speaking.parse(JSON.parse((await buffer(request)).toString('utf8')));
  memory.spoken.push(input);
  const rate = speed < 1 ? 'slow' : 'normal';
  const sound = rate === 'normal' ? memory.sounds.get(input) : undefined;
  const wav = sound ? writeWav(sound) : (await voice.synthesize({ text: input, rate, signal: never })).wav;
  response.writeHead(200, { 'content-type': 'audio/wav' }).end(wav);
}

async function formOf(request: IncomingMessage): Promise<FormData> {
  const type = request.headers['content-type'] ?? '';
  return new Response(new Uint8Array(await buffer(request)), { headers: { 'content-type': type } }).formData();
}

const refuse = (response: ServerResponse, status: number, message: string) =>
  send(response, status, { error: { message } });

function send(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json', 'x-stand-in': 'yes' }).end(JSON.stringify(body));
}
