/** Tries every way of asking on the search engine: it must bring its own procedure first. */
import { type Card, type Guide, idOfCard, type Way } from '../knowledge/index.ts';
import type { SearchEngine } from './search-engine.ts';

export interface LostWay {
  readonly code: string;
  /** `ways.3`. */
  readonly path: string;
  readonly asked: string;
  /** What is found first instead; `null`: nothing. */
  readonly found: string | null;
  /** A sibling is found: the bot offers the others as another form. */
  readonly kin: boolean;
}

type Entry = Guide | Card;
type Field = 'say' | 'mustCatch';

/** Ways (`say`) or whole questions (`mustCatch`) that bring another procedure first, in the order of the entries. */
export function lostWays(entries: readonly Entry[], engine: SearchEngine, field: Field): readonly LostWay[] {
  const families = new Map(entries.map((entry) => [idOfCard(entry), entry.family]));
  return entries.flatMap((entry) =>
    entry.ways.flatMap((way: Way, index) => {
      const code = idOfCard(entry);
      const found = engine.search(way[field], { limit: 1 }).hits[0]?.id ?? null;
      if (found === code) return [];
      const kin = entry.family !== null && found !== null && families.get(found) === entry.family;
      return [{ code, path: `ways.${index}`, asked: way[field], found, kin }];
    }),
  );
}

export const describeLostWay = ({ code, path, asked, found }: LostWay): string =>
  `${code} ${path}: "${asked}" brings ${found ?? 'nothing'} first`;
