/** 95 % intervals: how far a figure may lie from the truth with as few questions as there are. */
import { pick, seededRandom } from './seeded-random.ts';

export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const z = 1.959964;

/** Wilson's interval of `hits` out of `of`. With nothing asked every number is NaN, so that no one takes it for 100 %. */
export function wilson(hits: number, of: number): Interval {
  if (of === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN };
  const share = hits / of;
  const centre = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return { value: share, low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

const resamples = 2_000;

/** The mean with its percentile bootstrap interval (2,000 resamples, the same in every run). */
export function bootstrapMean(values: readonly number[], seed = 'mean'): Interval {
  if (values.length === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN };
  const random = seededRandom(seed);
  const means = Array.from({ length: resamples }, () => mean(values.map(() => pick(random, values)))).sort(
    (a, b) => a - b,
  );
  const at = (share: number) => means[Math.min(means.length - 1, Math.floor(share * means.length))] ?? Number.NaN;
  return { value: mean(values), low: at(0.025), high: at(0.975) };
}

/** How much is lost from `before` to `after` of the same questions in the same order: positive is worse. */
export function pairedLoss(before: readonly boolean[], after: readonly boolean[]): Interval {
  if (before.length !== after.length) {
    throw new RangeError(`pairedLoss: ${before.length} before and ${after.length} after are no pairs`);
  }
  return bootstrapMean(
    before.map((was, index) => Number(was) - Number(after[index])),
    'paired',
  );
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
