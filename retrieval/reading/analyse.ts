/** Reads a question: its words and their weight, what is asked of them, which sibling is meant. */

import type { Facet } from '../../knowledge/index.ts';
import { modifierPhrases } from '../lexicon/modifiers.ts';
import { nouns, wholeNames } from '../lexicon/nouns.ts';
import { cleanText } from '../text/clean-text.ts';
import { wordingsOf } from '../text/phrase-pattern.ts';
import { longestMatches, phraseTable } from '../text/phrase-table.ts';
import { repairSpelling } from '../text/repair-spelling.ts';
import { replacementTable } from '../text/replace-phrases.ts';
import { type Token, tokensOf } from '../text/syllable.ts';
import { noVocabulary, type Vocabulary } from '../text/vocabulary.ts';
import { readDeaths } from './died-or-lost.ts';
import { impliedWords } from './implied-words.ts';
import { facetsIn } from './read-facets.ts';
import type { Reading, Word } from './reading.ts';
import { oneWordForAll } from './same-words.ts';
import { weighClauses } from './weigh-clauses.ts';
import { raiseModifiers, spanOf, wordsOf } from './words-of.ts';

const things = replacementTable([
  ...nouns,
  ...wholeNames.flatMap((pattern) => wordingsOf(pattern).map((wording) => [wording, wording] as const)),
]);
const modifiers = phraseTable(modifierPhrases);
/** More words than this are not read: no question needs more. */
export const mostWords = 400;

/** Reads a question. Works without a vocabulary; with one it also mends slips. Never throws. */
export function analyse(text: string, vocabulary: Vocabulary = noVocabulary): Reading {
  const cleaned = cleanText(text);
  const { tokens: mended, repaired, unmarked } = repairSpelling(tokensOf(cleaned).slice(0, mostWords), vocabulary);
  const tokens = readDeaths(mended);
  const names = longestMatches(
    things.find(tokens, { unmarked }).filter(({ folded, start, end }) => !folded || end - start > 1),
  );
  const claimed = spanOf(names);
  const { facets, spans } = facetsIn(tokens, unmarked, claimed);
  const words = wordsOf({ tokens, names, spans, unmarked, vocabulary });
  const told = (list: readonly Token[] | readonly Word[]) =>
    longestMatches(modifiers.find(list, { unmarked }).filter(({ folded, start, end }) => !folded || end - start > 1));
  const found = told(words);
  const meant = [...new Set([...[...told(tokens), ...found].map(({ value }) => value), ...agesOf(tokens)])];
  const weighed = weighClauses(oneWordForAll(raiseModifiers(words, found), unmarked));
  return {
    words: [...weighed, ...impliedWords(meant, weighed, cleaned.length)],
    facets,
    modifiers: meant,
    repaired: [
      ...repaired,
      ...names
        .map(({ start, end, value }) => ({ from: say(tokens.slice(start, end)), to: say(value) }))
        .filter(({ from, to }) => from !== to),
    ],
    clauses: [cleaned],
  };
}

/** Which facets a text asks, strongest first; empty when none. */
export const readFacets = (text: string): readonly Facet[] => analyse(text).facets;

/** "8t", "3 tuổi", "mới 5 tháng tuổi": a child. */
function agesOf(tokens: readonly Token[]): 'child'[] {
  const young = tokens.some(({ surface, term }, at) => {
    const [, figure, unit] = /^(\d{1,2})(t|tuoi)?$/.exec(term) ?? [];
    const next = tokens[at + 1]?.term;
    const before = tokens[at - 1]?.term;
    if (!figure || before === 'tu' || before === 'du' || /^0/.test(surface)) return false;
    return (
      Number(figure) < 14 &&
      (unit !== undefined || next === 'tuoi' || (next === 'thang' && tokens[at + 2]?.term === 'tuoi'))
    );
  });
  return young ? ['child'] : [];
}

const say = (tokens: readonly Token[]) => tokens.map(({ surface }) => surface).join(' ');
