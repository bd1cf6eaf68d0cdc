import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findUtterances } from './find-utterances.ts';

const sampleRate = 8_000;
const quiet = (ms: number, strength = 0) =>
  sound(ms, (at) => strength * Math.SQRT2 * Math.sin(at * 12.9898 + (at % 7)));
/** Loud and soft by turns, as syllables are. */
const voice = (ms: number, strength = 3_000) =>
  sound(ms, (at) => strength * (0.55 + 0.45 * Math.sin(at / 300)) * Math.sin(at / 6));
function sound(ms: number, of: (at: number) => number): number[] {
  return Array.from({ length: (ms * sampleRate) / 1_000 }, (_, at) => Math.round(of(at)));
}
const ms = (samples: Int16Array) => (samples.length * 1_000) / sampleRate;

function found(samples: readonly number[], options: Partial<Parameters<typeof findUtterances>[0]> = {}) {
  const finder = findUtterances({ sampleRate, ...options });
  const said: Int16Array[] = [];
  for (let at = 0; at < samples.length; at += 160)
    said.push(...finder.push(Int16Array.from(samples.slice(at, at + 160))));
  return { said, rest: finder.flush() };
}

describe('what is said in a stream of sound', () => {
  it('is found whole, with a little before and behind it', () => {
    const { said, rest } = found([...quiet(1_000), ...voice(1_500), ...quiet(1_000)]);
    expect(said).toHaveLength(1);
    expect(ms(said[0]!)).toBeGreaterThanOrEqual(1_500 + 200);
    expect(ms(said[0]!)).toBeLessThanOrEqual(1_500 + 700);
    expect(rest).toBeNull();
  });

  it('is not cut at a pause of half a second, and is at one of a whole', () => {
    expect(found([...voice(800), ...quiet(500), ...voice(800), ...quiet(900)]).said).toHaveLength(1);
    expect(found([...voice(800), ...quiet(1_000), ...voice(800), ...quiet(900)]).said).toHaveLength(2);
    expect(found([...voice(800), ...quiet(1_000), ...voice(800), ...quiet(1_300)], { endMs: 1_200 }).said).toHaveLength(
      1,
    );
  });

  it('is nothing of silence, a click, or a line’s own noise', () => {
    for (const samples of [quiet(3_000), [...quiet(500), ...voice(40), ...quiet(2_000)], quiet(10_000, 80)])
      expect(found(samples)).toEqual({ said: [], rest: null });
  });

  it('is found on a line whose noise is loud: it ends all the same', () => {
    const noisy = quiet(20_000, 500);
    const spoken = [...noisy.slice(0, 8_000 * 6), ...voice(1_500, 6_000), ...noisy.slice(0, 8_000 * 3)];
    const { said, rest } = found(spoken);
    expect(rest).toBeNull();
    expect(said.some((one) => ms(one) > 1_400 && ms(one) < 3_000)).toBe(true);
  });

  it('is given when the stream ends before the silence, and in parts when nobody stops', () => {
    expect(ms(found([...quiet(300), ...voice(1_000)]).rest!)).toBeGreaterThan(1_000);
    const { said } = found(voice(25_000), { longestMs: 10_000 });
    expect(said.map(ms)).toEqual([10_000, 10_000]);
  });

  it('is the same however the stream is cut into frames, and no sample comes twice', () => {
    const samples = [...quiet(400), ...voice(900), ...quiet(1_000), ...voice(400), ...quiet(1_000)];
    const whole = found(samples).said;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 20 }), (sizes) => {
        const finder = findUtterances({ sampleRate });
        const said: Int16Array[] = [];
        for (let at = 0, turn = 0; at < samples.length; turn += 1) {
          const size = sizes[turn % sizes.length]!;
          said.push(...finder.push(Int16Array.from(samples.slice(at, at + size))));
          at += size;
        }
        expect(said.length).toBe(whole.length);
        expect(said.every((one, at) => Buffer.from(one.buffer).equals(Buffer.from(whole[at]!.buffer)))).toBe(true);
        expect(said.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(samples.length);
      }),
      { numRuns: 30 },
    );
  });
});
