/** One conversation with jambonz about what a caller says: its frames in, our words out. */
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import { SpeechError, type SpeechToText } from '../ports.ts';
import { findUtterances, type UtteranceFinder } from '../sound/find-utterances.ts';
import { samplesOf } from '../sound/wav.ts';

export interface HearLimits {
  /** A call that speaks longer is cut off, in ms of sound. */
  readonly longestMs: number;
  /** Nothing comes for so long: the other side is gone. */
  readonly silentMs: number;
  /** For one utterance. */
  readonly withinMs: number;
}

export const usualLimits: HearLimits = { longestMs: 30 * 60_000, silentMs: 30_000, withinMs: 8_000 };

const start = z.object({
  type: z.literal('start'),
  language: z.string().regex(/^vi\b/i, 'vi-VN'),
  format: z.literal('raw').default('raw'),
  encoding: z.literal('LINEAR16').default('LINEAR16'),
  sampleRateHz: z.union([z.literal(8000), z.literal(16000)]),
  options: z.looseObject({ hints: z.array(z.string().max(100)).max(200).optional() }).default({}),
});
const control = z.discriminatedUnion('type', [start, z.object({ type: z.literal('stop') })]);
type Start = z.infer<typeof start>;

const normalClosure = 1000;
const badMessage = 1008;
/** A recogniser that is slower than the caller is not asked for more. */
const mostPending = 4;

export interface HearOptions {
  readonly listen: SpeechToText;
  readonly limits: HearLimits;
  /** Never told of what was said. */
  readonly onError: (error: unknown) => void;
}

export function hearSocket(socket: WebSocket, { listen, limits, onError }: HearOptions): void {
  const gone = new AbortController();
  let stream: { readonly finder: UtteranceFinder; readonly told: Start } | null = null;
  let heardMs = 0;
  let pending = 0;
  let answers = Promise.resolve();
  const send = (message: object) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const fail = (code: number, error: string) => {
    send({ type: 'error', error });
    socket.close(code);
  };
  const silence = setTimeout(() => fail(badMessage, 'nothing came'), limits.silentMs);
  const hear = async (pcm16: Int16Array, { language, sampleRateHz, options }: Start) => {
    try {
      const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(limits.withinMs)]);
      const hints = options.hints ?? [];
      const heard = await listen.transcribe({ pcm16, sampleRate: sampleRateHz, language: 'vi', hints, signal });
      if (heard.text !== '') send(transcription(heard, language));
    } catch (error) {
      if (gone.signal.aborted) return;
      onError(error);
      send({ type: 'error', error: error instanceof SpeechError ? error.code : 'speech-timeout' });
    }
  };
  const queue = (pcm16: Int16Array, told: Start) => {
    if (pending >= mostPending) return send({ type: 'error', error: 'speech-busy' });
    pending += 1;
    answers = answers.then(() => hear(pcm16, told)).finally(() => (pending -= 1));
  };
  const takeSound = (bytes: Buffer) => {
    if (!stream) return fail(badMessage, 'sound came before start');
    const samples = samplesOf(bytes);
    heardMs += (samples.length * 1_000) / stream.told.sampleRateHz;
    if (heardMs > limits.longestMs) return fail(badMessage, 'the call is too long');
    for (const said of stream.finder.push(samples)) queue(said, stream.told);
  };
  const takeControl = (text: string) => {
    const read = control.safeParse(jsonOf(text));
    if (!read.success) return fail(badMessage, 'send start with vi-VN, LINEAR16 and 8000 or 16000, frames, stop');
    if (read.data.type === 'start') {
      stream = { finder: findUtterances({ sampleRate: read.data.sampleRateHz }), told: read.data };
      return;
    }
    const last = stream?.finder.flush();
    if (last && stream) queue(last, stream.told);
    stream = null;
    // Closing is ours to do, after the last words.
    void answers.then(() => socket.close(normalClosure));
  };
  socket.on('message', (data: RawData, isBinary: boolean) => {
    silence.refresh();
    if (socket.readyState !== socket.OPEN) return;
    const bytes = bufferOf(data);
    if (isBinary) takeSound(bytes);
    else takeControl(bytes.toString('utf8'));
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearTimeout(silence);
    gone.abort(new SpeechError('off', 'The call is over.'));
  });
}

const transcription = (
  { text, confidence }: { readonly text: string; readonly confidence: number | null },
  language: string,
) => ({
  type: 'transcription',
  is_final: true,
  alternatives: [{ transcript: text, ...(confidence === null ? {} : { confidence }) }],
  channel: 1,
  language,
});

const bufferOf = (data: RawData): Buffer => {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
};

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
