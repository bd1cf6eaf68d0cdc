/** What a drill measured and what went wrong on the way. */
export interface Tally {
  readonly claimMs: number[];
  /** From the citizen's sending to the reading of the officer who has the talk. */
  readonly toOfficerMs: number[];
  /** From the officer's sending to the citizen's client. */
  readonly toCitizenMs: number[];
  readonly errors: Map<string, number>;
  readonly done: Map<string, number>;
}

export const newTally = (): Tally => ({
  claimMs: [],
  toOfficerMs: [],
  toCitizenMs: [],
  errors: new Map(),
  done: new Map(),
});

export const countIn = (counts: Map<string, number>, kind: string, by = 1): void =>
  void counts.set(kind, (counts.get(kind) ?? 0) + by);

/** @returns `NaN` for no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}
