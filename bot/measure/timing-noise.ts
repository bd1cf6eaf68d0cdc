/** Whether two kinds of work take different times: medians, and how far chance alone moves them. For benches. */

export const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

/** The 95th percentile of the difference between the medians of two random halves, over 500 draws. */
export function noiseOf(times: readonly number[]): number {
  const differences = Array.from({ length: 500 }, () => {
    const mixed = times.map((ms) => ({ ms, key: Math.random() })).toSorted((a, b) => a.key - b.key);
    const half = Math.floor(mixed.length / 2);
    const of = (part: typeof mixed) => median(part.map(({ ms }) => ms));
    return Math.abs(of(mixed.slice(0, half)) - of(mixed.slice(half)));
  });
  return differences.toSorted((a, b) => a - b)[Math.floor(differences.length * 0.95)] ?? Number.NaN;
}
