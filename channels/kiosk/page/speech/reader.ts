/** Reads public words aloud: by the browser's voice where it speaks the language, else by ours. Can be stopped at once. */
import { sentencesOf } from './sentences.ts';

export interface ReaderParts {
  readonly synthesis: SpeechSynthesis | null;
  /** Our own voice as a sound file; `null`: there is none. */
  readonly say: () => ((text: string, signal: AbortSignal) => Promise<ArrayBuffer>) | null;
}

export interface Reader {
  /** Resolves when it has read to the end or was stopped. @throws when there is no voice. */
  read(text: string, language: 'vi' | 'en'): Promise<void>;
  stop(): void;
}

/** Slower than people talk: those who listen are old, and the room is loud. */
const rate = 0.9;
/** An error would hold on to whoever called, and by that to the whole screen of the last visitor. */
const stopped = 'stopped';

export function openReader({ synthesis, say }: ReaderParts): Reader {
  let over = new AbortController();
  const stop = () => {
    over.abort(stopped);
    synthesis?.cancel();
  };
  return {
    async read(text, language) {
      stop();
      over = new AbortController();
      const { signal } = over;
      const voice = synthesis?.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(language)) ?? null;
      const ours = say();
      for (const piece of sentencesOf(text)) {
        if (signal.aborted) return;
        if (synthesis && voice) await speakBy(synthesis, voice, { text: piece, signal });
        else if (ours) await play(await ours(piece, signal), signal);
        else throw new Error('There is no voice for this language here');
      }
    },
    stop,
  };
}

interface Piece {
  readonly text: string;
  readonly signal: AbortSignal;
}

function speakBy(synthesis: SpeechSynthesis, voice: SpeechSynthesisVoice, { text, signal }: Piece): Promise<void> {
  return new Promise((resolve, reject) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = rate;
    const end = () => {
      utterance.onend = null;
      utterance.onerror = null;
      resolve();
    };
    utterance.onend = end;
    utterance.onerror = ({ error }) => {
      end();
      if (!signal.aborted && error !== 'canceled' && error !== 'interrupted') reject(new Error('The voice failed'));
    };
    signal.addEventListener('abort', end, { once: true });
    synthesis.speak(utterance);
  });
}

async function play(file: ArrayBuffer, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const context = new AudioContext();
  try {
    const source = context.createBufferSource();
    source.buffer = await context.decodeAudioData(file);
    source.connect(context.destination);
    await new Promise<void>((resolve) => {
      source.onended = () => resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
      if (signal.aborted) resolve();
      else source.start();
    });
    source.onended = null;
    source.disconnect();
  } finally {
    await context.close();
  }
}
