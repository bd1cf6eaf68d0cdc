/** Turns a voice message into words, by whatever server the operator runs. Nothing of the sound is kept. */
import { z } from 'zod';

export interface Sound {
  readonly bytes: Uint8Array;
  /** `audio/aac`, … */
  readonly type: string;
  readonly name: string;
}

/** Resolves with the words, '' when there were none. Rejects when the server cannot be asked. */
export type SpeechToText = (sound: Sound, signal: AbortSignal) => Promise<string>;

export interface TranscriptionServer {
  /** Base address of an OpenAI-compatible server, such as `http://127.0.0.1:8000/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
}

/** The server was reached and did not give words. Holds nothing of what was said, and no key. */
export class SpeechError extends Error {
  override readonly name = 'SpeechError';
  readonly code = 'speech-to-text';
}

const answer = z.object({ text: z.string() });

/** Speaks `POST /audio/transcriptions`, as OpenAI, vLLM, faster-whisper-server and others do. */
export const transcribeBy =
  ({ baseUrl, model, apiKey }: TranscriptionServer): SpeechToText =>
  async ({ bytes, type, name }, signal) => {
    const form = new FormData();
    form.set('file', new Blob([Buffer.from(bytes)], { type }), name);
    form.set('model', model);
    form.set('language', 'vi');
    form.set('response_format', 'json');
    const response = await fetch(`${baseUrl.replace(/\/$/, '')}/audio/transcriptions`, {
      method: 'POST',
      body: form,
      signal,
      ...(apiKey === null ? {} : { headers: { authorization: `Bearer ${apiKey}` } }),
    });
    if (!response.ok)
      throw new SpeechError(
        `The server for speech answered ${response.status}: check SPEECH_TO_TEXT_URL, _MODEL and _API_KEY`,
      );
    const read = answer.safeParse(await response.json().catch(() => null));
    if (!read.success) throw new SpeechError('The server for speech answered without a text: is it OpenAI-compatible?');
    return read.data.text.normalize('NFC').trim();
  };
