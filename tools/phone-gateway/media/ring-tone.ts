/** What a caller hears while it rings elsewhere: 425 Hz, one second on and four off, as Vietnamese exchanges do it. */
import { sampleRate } from './sample-rate.ts';

const hertz = 425;
const loudness = 3_000;

export const ringTone: Int16Array = Int16Array.from({ length: 5 * sampleRate }, (_none, at) =>
  at < sampleRate ? Math.round(loudness * Math.sin((2 * Math.PI * hertz * at) / sampleRate)) : 0,
);
