/** Sends recordings to an OpenAI-compatible recogniser, one after another, and keeps what came and how long it took. */
import { z } from 'zod';
import type { Recording } from './read-recordings.ts';

export interface Recogniser {
  /** With `/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
}

export interface Heard {
  readonly recording: Recording;
  /** `null`: the recogniser failed. */
  readonly text: string | null;
  readonly ms: number;
}

export interface Hearing {
  readonly heard: readonly Heard[];
  /** It told that it is our stand-in: it carries sound and does not hear. */
  readonly isStandIn: boolean;
}

const answer = z.object({ text: z.string() });
const limitMs = 60_000;

export async function hearRecordings(recordings: readonly Recording[], recogniser: Recogniser): Promise<Hearing> {
  const heard: Heard[] = [];
  let isStandIn = false;
  for (const recording of recordings) {
    const started = performance.now();
    const response = await ask(recording, recogniser).catch(() => null);
    const text = response?.ok ? await textOf(response) : null;
    isStandIn ||= response?.headers.get('x-stand-in') === 'yes';
    heard.push({ recording, text, ms: performance.now() - started });
  }
  return { heard, isStandIn };
}

function ask({ bytes, file }: Recording, { baseUrl, model, apiKey }: Recogniser): Promise<Response> {
  const form = new FormData();
  form.set('file', new Blob([Buffer.from(bytes)], { type: 'audio/wav' }), file);
  for (const [name, value] of Object.entries({ model, language: 'vi', response_format: 'json', temperature: '0' }))
    form.set(name, value);
  return fetch(`${baseUrl.replace(/\/$/, '')}/audio/transcriptions`, {
    method: 'POST',
    body: form,
    redirect: 'error',
    signal: AbortSignal.timeout(limitMs),
    ...(apiKey === null ? {} : { headers: { authorization: `Bearer ${apiKey}` } }),
  });
}

async function textOf(response: Response): Promise<string | null> {
  const read = answer.safeParse(await response.json().catch(() => null));
  return read.success ? read.data.text : null;
}
