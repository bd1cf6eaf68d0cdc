/**
 * Which words of a README claim a measurement.
 *
 * The rule: outside of the block, a README holds no number with a unit that only measuring gives (per cent, points,
 * times, memory, a rate, a percentile) and no "N of M". Counts of what is in the repository, dates, limits that are
 * settings and the sample talk are no measurements.
 */
const claims: readonly RegExp[] = [
  /\d[\d.,]*\s?%/g,
  /\d[\d.,]*\s?(?:ms|s|giây|mili giây|seconds?|MB|GB)(?![\p{L}\p{N}])/gu,
  /\d[\d.,]*\s(?:points?|điểm)(?![\p{L}])/gu,
  /\d[\d.,]*\s(?:of|trên|trong số|out of)\s\d[\d.,]*/gu,
  /\d[\d.,]*\s(?:a second|mỗi giây|\/s)(?![\p{L}])/gu,
  /(?<![\p{L}\p{N}])p(?:50|95|99)(?![\p{L}\p{N}])/gu,
];

/** Code in fences is left out: commands and a sample talk. */
export function measuredClaims(text: string): readonly string[] {
  const prose = text
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .replaceAll(/<!-- scorecard:begin -->[\s\S]*?<!-- scorecard:end -->/g, '');
  return claims.flatMap((claim) => [...prose.matchAll(claim)].map(([found]) => found));
}
