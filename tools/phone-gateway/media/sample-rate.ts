/** Everything on the telephone has 8000 samples a second; a frame is 20 ms of them. */
export const sampleRate = 8_000;
export const frameMs = 20;
export const samplesPerFrame = (sampleRate * frameMs) / 1000;

export const millisecondsOf = (samples: number): number => (samples * 1000) / sampleRate;
export const samplesOfMs = (ms: number): number => Math.round((ms * sampleRate) / 1000);

export function joined(pieces: readonly Int16Array[]): Int16Array {
  const all = new Int16Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Root of the mean square: 0 silence, 32767 the loudest. */
export function loudnessOf(pcm16: Int16Array): number {
  if (pcm16.length === 0) return 0;
  let sum = 0;
  for (const sample of pcm16) sum += sample * sample;
  return Math.sqrt(sum / pcm16.length);
}
