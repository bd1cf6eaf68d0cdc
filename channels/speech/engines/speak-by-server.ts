/** A voice by an OpenAI-compatible server (`POST /audio/speech`). */
import { type Speech, SpeechError, type TextToSpeech } from '../ports.ts';
import { readWav, WavError } from '../sound/wav.ts';
import { askServer, type ServerOptions, type SpeechServer } from './ask-server.ts';

export interface VoiceServer extends SpeechServer {
  /** As the server names it. */
  readonly voice: string;
}

export interface SpeakOptions extends Pick<ServerOptions, 'fetch' | 'restMs'> {
  readonly withinMs?: number;
}

const usualMs = 8_000;
/** About three minutes at 48 kHz. */
const largestAnswer = 16 * 1024 * 1024;
const speeds = { normal: 1, slow: 0.8 } as const;

export function speakByServer(server: VoiceServer, options: SpeakOptions = {}): TextToSpeech {
  const { withinMs = usualMs } = options;
  const ask = askServer(server, { ...options, settings: 'TEXT_TO_SPEECH', mostBytes: largestAnswer });
  return {
    async synthesize({ text, rate, signal }) {
      const { model, voice } = server;
      const body = { model, voice, input: text, response_format: 'wav', speed: speeds[rate] };
      const { bytes } = await ask({ path: '/audio/speech', body: JSON.stringify(body), withinMs, signal });
      return speechOf(bytes);
    },
  };
}

function speechOf(wav: Uint8Array): Speech {
  try {
    const { pcm16, sampleRate } = readWav(wav);
    if (pcm16.length > 0) return { wav, sampleRate };
  } catch (cause) {
    if (!(cause instanceof WavError)) throw cause;
    throw new SpeechError('garbage', `The server for speech sent no WAV that can be read. ${cause.message}`, { cause });
  }
  throw new SpeechError('garbage', 'The server for speech sent a WAV with nothing in it.');
}
