/** Where somebody speaks: by the strength of each 20 ms, against the strength of the quiet around it. */
import type { Sound } from './wav.ts';

export const frameMs = 20;

/** Root mean square of samples, 0 to 32,768. */
export function strengthOf(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

/** A voice on a good line is well above; a bad line's own noise is below. */
const surelyVoice = 300;
const surelyQuiet = 120;
const aboveNoise = 3;

/** Strength from which a frame is voice, where the quiet has the strength `noise`. */
export const voiceFrom = (noise: number): number => Math.min(surelyVoice, Math.max(surelyQuiet, noise * aboveNoise));

/** A tenth of all frames are quieter: what is heard while nobody speaks. */
const quietest = 0.1;

/** How much of the sound is voice, in ms. */
export function voicedMs({ pcm16, sampleRate }: Sound): number {
  const frame = (sampleRate * frameMs) / 1_000;
  const strengths: number[] = [];
  for (let at = 0; at + frame <= pcm16.length; at += frame) strengths.push(strengthOf(pcm16.subarray(at, at + frame)));
  const noise = strengths.toSorted((a, b) => a - b)[Math.floor(strengths.length * quietest)] ?? 0;
  const limit = voiceFrom(noise);
  return strengths.filter((strength) => strength >= limit).length * frameMs;
}
