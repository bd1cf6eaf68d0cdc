/** Words that mean the same become one word, in questions, ways and titles alike. */
import { sameWords } from '../lexicon/nouns.ts';
import { longestMatches } from '../text/phrase-table.ts';
import { replacementTable } from '../text/replace-phrases.ts';
import type { Token } from '../text/syllable.ts';
import type { Word } from './reading.ts';

const same = replacementTable(sameWords);

/** "Ba", "bố" and "cha" are one word for the index. */
export function oneWordForAll<T extends Token | Word>(words: readonly T[], unmarked: boolean): T[] {
  const matches = longestMatches(
    same.find(words, { unmarked }).filter(({ folded, start, end }) => !folded || end - start > 1),
  );
  const out: T[] = [];
  let at = 0;
  for (const { start, end, value } of matches) {
    const heaviest = words
      .slice(start, end)
      .reduce((one, other) => ('weight' in one && 'weight' in other && other.weight > one.weight ? other : one));
    const whole = end - start > 1 && 'weight' in heaviest ? { kind: 'topic' as const, weight: 1 } : {};
    out.push(
      ...words.slice(at, start),
      ...value.map(({ surface, key, term, marked }) => ({
        ...heaviest,
        ...whole,
        surface,
        key,
        term,
        marked,
        folded: term,
      })),
    );
    at = end;
  }
  return [...out, ...words.slice(at)];
}
