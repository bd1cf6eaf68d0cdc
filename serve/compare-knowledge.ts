/** What changed from one knowledge to the next, as codes: for the audit log, which holds no texts. */
import type { Entry, Library } from '../bot/index.ts';

export interface KnowledgeChange {
  readonly guides: number;
  readonly cards: number;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** Entries compared in one go: turns run in between. */
const atOnce = 100;

export async function compareKnowledge(before: Library, after: Library): Promise<KnowledgeChange> {
  const was = new Map(before.entries.map((entry) => [entry.id, entry]));
  const is = new Set(after.entries.map(({ id }) => id));
  const changed: string[] = [];
  for (const [index, entry] of after.entries.entries()) {
    if (index % atOnce === 0) await new Promise(setImmediate);
    const old = was.get(entry.id);
    if (old && !sameEntry(old, entry)) changed.push(entry.id);
  }
  return {
    guides: after.guides.length,
    cards: after.entries.length - after.guides.length,
    added: after.entries.filter(({ id }) => !was.has(id)).map(({ id }) => id),
    removed: before.entries.filter(({ id }) => !is.has(id)).map(({ id }) => id),
    changed,
  };
}

const sameEntry = (one: Entry, other: Entry): boolean => JSON.stringify(one) === JSON.stringify(other);

const mostNamed = 200;

/** How many there are, and the first few hundred of them. */
export const firstOf = <T>(all: readonly T[]) => ({ count: all.length, first: all.slice(0, mostNamed) });

/** Counts, and the codes of the first few hundred. */
export const auditDetail = ({ guides, cards, added, removed, changed }: KnowledgeChange) => ({
  guides,
  cards,
  added: { count: added.length, codes: added.slice(0, mostNamed) },
  removed: { count: removed.length, codes: removed.slice(0, mostNamed) },
  changed: { count: changed.length, codes: changed.slice(0, mostNamed) },
});
