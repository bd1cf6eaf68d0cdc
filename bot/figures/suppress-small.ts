/** Hides small counts, and enough beside them that the total gives none of them away. */

/** Counts below this could be told to one person. */
export const smallest = 5;

/** A count, or `null`: hidden. */
export type Shown = number | null;

export interface ShownLine {
  readonly total: number;
  readonly cells: Readonly<Record<string, Shown>>;
}

/**
 * A line of counts as it may be published beside its total; `null` when even the total would tell.
 *
 * Counts from 1 to 4 are hidden. With them the least of the others is hidden, every one of that size: then the hidden
 * ones could stand the other way round and everything published would be the same, so that none of them can be told,
 * not even by whoever knows this rule. Where there is no other, the hidden ones alone must leave a choice.
 */
export function suppressSmall(counts: Readonly<Record<string, number>>): ShownLine | null {
  const entries = Object.entries(counts).filter(([, count]) => count > 0);
  const total = entries.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return { total, cells: {} };
  if (total < smallest) return null;
  const small = entries.filter(([, count]) => count < smallest);
  if (small.length === 0) return { total, cells: Object.fromEntries(entries) };
  const least = Math.min(...entries.map(([, count]) => count).filter((count) => count >= smallest));
  if (least === Number.POSITIVE_INFINITY && !leavesChoice(small.length, total)) return null;
  const hide = (count: number): Shown => (count <= least && (count < smallest || count === least) ? null : count);
  return { total, cells: Object.fromEntries(entries.map(([key, count]) => [key, hide(count)])) };
}

/** Whether so many counts, each from 1 to 4, with this sum, could each be more than one number. */
const leavesChoice = (count: number, sum: number): boolean => count > 1 && count < sum && sum < count * (smallest - 1);

/** Several lines of one total: all may be published, or none. */
export function suppressTogether<Name extends string>(
  lines: Readonly<Record<Name, Readonly<Record<string, number>>>>,
): { readonly total: number; readonly lines: Readonly<Record<Name, ShownLine['cells']>> } | null {
  const shown = Object.entries<Readonly<Record<string, number>>>(lines).map(
    ([name, counts]) => [name, suppressSmall(counts)] as const,
  );
  const first = shown[0]?.[1];
  if (!first || shown.some(([, line]) => line === null)) return null;
  const cells = shown.map(([name, line]) => [name, line?.cells ?? {}]);
  return { total: first.total, lines: Object.fromEntries(cells) as Record<Name, ShownLine['cells']> };
}
