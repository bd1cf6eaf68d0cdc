/** What is said, sentence by sentence: the first sounds while the next is being made. */
import type { Speech, TextToSpeech } from '../../../channels/speech/ports.ts';
import { resample } from '../../../channels/speech/sound/resample.ts';
import { readWav } from '../../../channels/speech/sound/wav.ts';
import { sampleRate } from '../media/sample-rate.ts';

export interface Prompt {
  readonly texts: readonly string[];
  readonly rate: 'slow' | 'normal';
  readonly sensitive: boolean;
  readonly signal: AbortSignal;
}

export interface Prompts {
  /** Sounds in their order. @throws what the voice throws. */
  speak(prompt: Prompt): AsyncIterable<Int16Array>;
}

/** Sentences; one of a word or two goes with the next. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const part of text.split(/(?<=[.?!…])\s+/u)) {
    const last = sentences.at(-1);
    if (last !== undefined && last.length < shortest) sentences[sentences.length - 1] = `${last} ${part}`;
    else if (part.trim() !== '') sentences.push(part.trim());
  }
  return sentences;
}

const shortest = 12;

/** @param voice `null`: nothing is said. @param cut how a text is cut into what is made at once. */
export function openPrompts(voice: TextToSpeech | null, cut: (text: string) => string[] = sentencesOf): Prompts {
  // A prompt that the voice keeps is the same object every time: it is brought to our rate once, and goes when that goes.
  const atOurRate = new WeakMap<Speech, Int16Array>();
  const soundOf = async (text: string, { rate, sensitive, signal }: Prompt): Promise<Int16Array> => {
    const speech = await voice?.synthesize({ text, rate, sensitive, signal });
    if (!speech) return new Int16Array(0);
    const sound = atOurRate.get(speech) ?? resample(readWav(speech.wav), sampleRate).pcm16;
    atOurRate.set(speech, sound);
    return sound;
  };
  return {
    async *speak(prompt) {
      const sentences = prompt.texts.flatMap((text) => cut(text));
      let next = sentences[0] === undefined ? null : soundOf(sentences[0], prompt);
      for (let at = 1; next !== null; at += 1) {
        const sound: Int16Array = await next;
        const following = sentences[at];
        next = following === undefined ? null : soundOf(following, prompt);
        // It is awaited when its turn comes: until then its failure is nobody's.
        next?.catch(() => {});
        yield sound;
      }
    },
  };
}
