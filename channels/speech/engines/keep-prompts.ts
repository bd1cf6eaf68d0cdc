/** Keeps what was said, so that greetings and menus are made once. What is `sensitive` is never kept. */
import { createHash } from 'node:crypto';
import type { Speaking, Speech, TextToSpeech } from '../ports.ts';

export interface KeepOptions {
  /** Of all that is kept; the longest unused goes first. */
  readonly mostBytes?: number;
}

const usualBytes = 48 * 1024 * 1024;
/** A single prompt may take so much of it. */
const largestShare = 8;

export interface KeptPrompts extends TextToSpeech {
  /** What is kept at the moment. */
  readonly kept: { readonly bytes: number; readonly prompts: number };
}

/** One for each voice. */
export function keepPrompts(voice: TextToSpeech, { mostBytes = usualBytes }: KeepOptions = {}): KeptPrompts {
  const kept = new Map<string, Speech>();
  const making = new Map<string, Promise<Speech>>();
  let bytes = 0;
  const keep = (key: string, speech: Speech) => {
    if (kept.has(key) || speech.wav.length > mostBytes / largestShare) return;
    kept.set(key, speech);
    bytes += speech.wav.length;
    for (const [oldest, { wav }] of kept) {
      if (bytes <= mostBytes) break;
      kept.delete(oldest);
      bytes -= wav.length;
    }
  };
  const use = (key: string, speech: Speech): Speech => {
    kept.delete(key);
    kept.set(key, speech);
    return speech;
  };
  return {
    async synthesize(speaking) {
      if (speaking.sensitive) return voice.synthesize(speaking);
      const key = keyOf(speaking);
      const known = kept.get(key);
      if (known) return use(key, known);
      // Another call has the same said just now: one sound for both, unless the other gives up.
      const other = making.get(key);
      const alsoAsked = other && (await other.catch(() => null));
      if (alsoAsked) return alsoAsked;
      const made = voice.synthesize(speaking);
      making.set(key, made);
      try {
        const speech = await made;
        keep(key, speech);
        return speech;
      } finally {
        if (making.get(key) === made) making.delete(key);
      }
    },
    get kept() {
      return { bytes, prompts: kept.size };
    },
  };
}

/** The words themselves are not kept beside the sound. */
const keyOf = ({ text, rate }: Speaking): string => createHash('sha256').update(`${rate}\n${text}`).digest('base64');
