/** How well groups agree with labels, counted over all pairs of questions. */

export interface PairCounts {
  /** Pairs of one label in one group. */
  readonly together: number;
  /** Pairs in one group, whatever their labels. */
  readonly grouped: number;
  /** Pairs of one label, wherever they are. */
  readonly labelled: number;
}

/** @param groups indices into `labels`; each index in one group. */
export function countPairs(labels: readonly string[], groups: readonly (readonly number[])[]): PairCounts {
  const groupOf = new Map(groups.flatMap((members, group) => members.map((member) => [member, group] as const)));
  let [together, grouped, labelled] = [0, 0, 0];
  for (const [one, label] of labels.entries())
    for (let other = one + 1; other < labels.length; other += 1) {
      const [same, joined] = [label === labels[other], groupOf.get(one) === groupOf.get(other)];
      together += Number(same && joined);
      grouped += Number(joined);
      labelled += Number(same);
    }
  return { together, grouped, labelled };
}
