/** Lays what editors approved over the knowledge. */
import { type Card, idOfCard } from '../card.ts';
import type { Guide, Way } from '../guide.ts';
import type { Knowledge } from '../load-knowledge.ts';
import type { Addition } from './entry.ts';

/**
 * The knowledge with the additions. What the shipped knowledge has come to hold itself in the meantime wins: an added
 * card or guide of the same code, and a way whose procedure is gone, are left out.
 */
export function withAdditions(knowledge: Knowledge, additions: readonly Addition[]): Knowledge {
  const known = new Set([...knowledge.guides, ...knowledge.cards].map(idOfCard));
  const guides = additions.flatMap((one) => (one.kind === 'guide' && !known.has(one.guide.code) ? [one.guide] : []));
  const full = new Set([...known, ...guides.map(({ code }) => code)]);
  const cards = additions.flatMap((one) => (one.kind === 'card' && !full.has(idOfCard(one.card)) ? [one.card] : []));
  const ways = Map.groupBy(
    additions.flatMap((one) => (one.kind === 'way' ? [one] : [])),
    ({ target }) => target,
  );
  const asked = <Entry extends Guide | Card>(entry: Entry): Entry => {
    const added = ways.get(idOfCard(entry));
    return added ? { ...entry, ways: joined(entry.ways, added) } : entry;
  };
  return {
    ...knowledge,
    guides: [...knowledge.guides, ...unique(guides)].map(asked),
    cards: [...knowledge.cards, ...unique(cards)].map(asked),
  };
}

const unique = <Entry extends Guide | Card>(entries: readonly Entry[]): Entry[] => [
  ...new Map(entries.map((entry) => [idOfCard(entry), entry])).values(),
];

const joined = (ways: readonly Way[], added: readonly { readonly way: Way }[]): Way[] => {
  const bySay = new Map([...added.map(({ way }) => way), ...ways].map((way) => [way.say, way]));
  return [...ways, ...[...bySay.values()].filter((way) => !ways.includes(way))];
};

/** What a guide, a card or a way belongs to: the id that answers name. */
export const codeOfAddition = (addition: Addition): string => {
  if (addition.kind === 'way') return addition.target;
  return addition.kind === 'card' ? idOfCard(addition.card) : addition.guide.code;
};
