/**
 * The engine of espeak-ng as WebAssembly. GPL: it runs in a process of its own, for tests and tools; the product
 * speaks with an espeak-ng that is installed, and never loads this (`tools/test-voice/only-here.test.ts`).
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Sound } from '../../channels/speech/sound/wav.ts';

/** What we use of it; the package has no types. */
interface Worker {
  set_voice(name: string): number;
  set_rate(wordsPerMinute: number): number;
  get_samplerate(): number;
  synthesize(text: string, take: (samples: Int16Array | null) => boolean): void;
}

interface Engine {
  readonly eSpeakNGWorker: new () => Worker;
}

export interface Spoken {
  readonly text: string;
  /** `vi`, `vi-vn-x-south`, `vi-vn-x-central`. */
  readonly voice: string;
  /** Words a minute, 80 to 450, as `-s` of espeak-ng. */
  readonly rate: number;
}

const file = createRequire(import.meta.url).resolve('@echogarden/espeak-ng-emscripten');

/** Takes about a tenth of a second and 100 MB. */
export async function openEngine(): Promise<(spoken: Spoken) => Sound> {
  const { default: load } = (await import(pathToFileURL(file).href)) as { default: () => Promise<Engine> };
  const { eSpeakNGWorker } = await load();
  const worker = new eSpeakNGWorker();
  return ({ text, voice, rate }) => {
    if (worker.set_voice(voice) !== 0) throw new Error(`There is no voice ${voice}`);
    worker.set_rate(rate);
    const pieces: Int16Array[] = [];
    worker.synthesize(text, (samples) => {
      if (samples) pieces.push(samples);
      return false;
    });
    return { pcm16: joined(pieces), sampleRate: worker.get_samplerate() };
  };
}

function joined(pieces: readonly Int16Array[]): Int16Array {
  const all = new Int16Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
