/** The knowledge as the bot looks things up in it: by code, by family. */
import { type Card, type Guide, idOfCard, type Knowledge } from '../knowledge/index.ts';

export type Entry =
  | { readonly kind: 'guide'; readonly id: string; readonly guide: Guide }
  | { readonly kind: 'card'; readonly id: string; readonly card: Card };

export interface Library {
  /** `null` when the knowledge has no such code. */
  find(id: string): Entry | null;
  /** Siblings of a family in the order default first; [] for an unknown family. */
  family(id: string): readonly Entry[];
  /** The family of a procedure; `null` when it has none, or is not known. */
  familyOf(id: string): string | null;
  /** Whether it is the plain form of its family: what is meant when nothing special is said. */
  isDefault(id: string): boolean;
  readonly guides: readonly Guide[];
  readonly entries: readonly Entry[];
}

export function openLibrary(knowledge: Knowledge): Library {
  const entries: Entry[] = [
    ...knowledge.guides.map((guide) => ({ kind: 'guide' as const, id: guide.code, guide })),
    ...knowledge.cards.map((card) => ({ kind: 'card' as const, id: idOfCard(card), card })),
  ];
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const entry of entries) {
    if (entry.kind === 'guide')
      for (const alias of entry.guide.aliases) if (!byId.has(alias.code)) byId.set(alias.code, entry);
  }
  const families = Map.groupBy(entries, (entry) => factsOf(entry).family ?? '');
  const factsOfId = (id: string) => {
    const entry = byId.get(id);
    return entry ? factsOf(entry) : null;
  };
  return {
    find: (id) => byId.get(id) ?? null,
    familyOf: (id) => factsOfId(id)?.family ?? null,
    isDefault: (id) => factsOfId(id)?.isDefault ?? false,
    family: (id) =>
      (id === '' ? [] : (families.get(id) ?? [])).toSorted(
        (a, b) => Number(factsOf(b).isDefault) - Number(factsOf(a).isDefault),
      ),
    guides: knowledge.guides,
    entries,
  };
}

/** What guides and cards have in common. */
export const factsOf = (entry: Entry) => (entry.kind === 'guide' ? entry.guide : entry.card);
