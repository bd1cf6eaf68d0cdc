/** One thing in a guide that its record does not bear out. */
export interface Finding {
  readonly code: string;
  /** Path in the guide, e.g. `papers.2.copies`. */
  readonly path: string;
  readonly says: string;
  readonly record: string;
}

export const describeFinding = (finding: Finding): string =>
  `${finding.code} ${finding.path}: says "${finding.says}", record: ${finding.record}`;
