/** Hearing by an OpenAI-compatible server (`POST /audio/transcriptions`): OpenAI, vLLM, faster-whisper, whisper.cpp. */
import { z } from 'zod';
import { type Listening, SpeechError, type SpeechToText, type Transcript } from '../ports.ts';
import { voicedMs } from '../sound/voiced.ts';
import { writeWav } from '../sound/wav.ts';
import { askServer, type ServerOptions, type SpeechServer } from './ask-server.ts';
import { withoutInventions } from './made-up-of-silence.ts';

/** A file as a platform delivered it, whatever its coding: the server reads it. */
export interface SoundFile {
  readonly bytes: Uint8Array;
  /** `audio/aac`, … */
  readonly type: string;
  readonly name: string;
}

/** The same server, for sound that came as a file. */
export interface FileToText {
  transcribeFile(file: SoundFile, signal: AbortSignal): Promise<Transcript>;
}

export type Hearing = SpeechToText & FileToText;

export interface HearOptions extends Pick<ServerOptions, 'fetch' | 'restMs'> {
  /** One utterance, in ms: a caller waits. */
  readonly withinMs?: number;
  /** A whole message, in ms. */
  readonly fileWithinMs?: number;
}

/** Less voice than that is a cough or a click: nobody is asked. */
const leastVoiceMs = 300;
const usualMs = 8_000;
const usualFileMs = 30_000;
/** Whisper reads so much of a prompt; the rest would be cut off there anyway. */
const longestPrompt = 800;
const largestAnswer = 1024 * 1024;

const segment = z.looseObject({ avg_logprob: z.number().max(0).optional() });
const answer = z.looseObject({ text: z.string(), segments: z.array(segment).optional() });

export function hearByServer(server: SpeechServer, options: HearOptions = {}): Hearing {
  const { withinMs = usualMs, fileWithinMs = usualFileMs } = options;
  const ask = askServer(server, { ...options, settings: 'SPEECH_TO_TEXT', mostBytes: largestAnswer });
  const send = async (file: SoundFile, { hints, ...limits }: Sending): Promise<Transcript> => {
    const { bytes } = await ask({ path: '/audio/transcriptions', body: formOf(file, server.model, hints), ...limits });
    return transcriptOf(bytes);
  };
  return {
    async transcribe({ pcm16, sampleRate, hints = [], signal }: Listening) {
      const sound = { pcm16, sampleRate };
      if (voicedMs(sound) < leastVoiceMs) return nothing;
      const file = { bytes: writeWav(sound), type: 'audio/wav', name: 'loi-noi.wav' };
      return send(file, { hints, withinMs, signal });
    },
    transcribeFile: (file, signal) => send(file, { hints: [], withinMs: fileWithinMs, signal }),
  };
}

interface Sending {
  readonly hints: readonly string[];
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

const nothing: Transcript = { text: '', confidence: null };

function formOf({ bytes, type, name }: SoundFile, model: string, hints: readonly string[]): FormData {
  const form = new FormData();
  form.set('file', new Blob([Buffer.from(bytes)], { type }), name);
  form.set('model', model);
  form.set('language', 'vi');
  form.set('response_format', 'json');
  form.set('temperature', '0');
  const prompt = hints.join(', ').slice(0, longestPrompt);
  if (prompt) form.set('prompt', prompt);
  return form;
}

function transcriptOf(bytes: Uint8Array): Transcript {
  const read = answer.safeParse(jsonOf(bytes));
  if (!read.success)
    throw new SpeechError('garbage', 'The server for speech answered without a text: is it OpenAI-compatible?');
  const text = withoutInventions(read.data.text);
  return { text, confidence: text === '' ? null : confidenceOf(read.data.segments ?? []) };
}

/** Of the least sure part, where the server tells. */
function confidenceOf(segments: readonly z.infer<typeof segment>[]): number | null {
  const sure = segments.flatMap(({ avg_logprob }) => (avg_logprob === undefined ? [] : [Math.exp(avg_logprob)]));
  return sure.length === 0 ? null : Math.min(...sure);
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}
