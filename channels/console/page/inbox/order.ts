/** In which order hand-offs stand, and how the keyboard walks through them. */
import type { HandOff } from '../wire/wire-types.ts';

type Due = Pick<HandOff, 'id' | 'dueAt' | 'askedAt' | 'state'>;

/** What is over comes last; among the rest whatever is due first; without a due time, whoever has waited longest. */
export const byDue = <T extends Due>(items: readonly T[]): readonly T[] =>
  [...items].sort(
    (one, other) =>
      Number(one.state === 'closed') - Number(other.state === 'closed') ||
      momentOf(one.dueAt) - momentOf(other.dueAt) ||
      momentOf(one.askedAt) - momentOf(other.askedAt),
  );

const momentOf = (iso: string | null) => (iso === null ? Number.MAX_SAFE_INTEGER : Date.parse(iso));

/** The id one further down (`1`) or up (`-1`); at an end it stays; from none it begins at the top. `null`: an empty list. */
export function neighbour(items: readonly { readonly id: string }[], id: string | null, way: 1 | -1): string | null {
  const at = items.findIndex((item) => item.id === id);
  if (at < 0) return items[0]?.id ?? null;
  return items[Math.min(items.length - 1, Math.max(0, at + way))]?.id ?? null;
}

/** Each id once, the later one counts: pages of a list that moved meanwhile overlap. */
export const joinPages = <T extends { readonly id: string }>(
  before: readonly T[],
  more: readonly T[],
): readonly T[] => [...new Map([...before, ...more].map((item) => [item.id, item])).values()];
