/** Words and pairs of neighbours in the lexicon's own wordings ("bao nhiêu", "giấy tờ"): questions use them, published texts hardly. */

import { chatWords } from '../lexicon/chat.ts';
import { facetPhrases } from '../lexicon/facet-phrases.ts';
import { emptyPhrases } from '../lexicon/fillers.ts';
import { modifierPhrases } from '../lexicon/modifiers.ts';
import { nouns } from '../lexicon/nouns.ts';
import { cleanText } from './clean-text.ts';
import { wordingsOf } from './phrase-pattern.ts';
import { tokensOf } from './syllable.ts';

interface Known {
  readonly pairs: Set<string>;
  readonly keys: Set<string>;
}

let known: Known | null = null;

function readLexicon(): Known {
  const found: Known = { pairs: new Set(), keys: new Set() };
  const patterns = [
    ...facetPhrases.map(([pattern]) => pattern),
    ...emptyPhrases.map(([pattern]) => pattern),
    ...nouns.flat(),
    ...modifierPhrases.map(([pattern]) => pattern),
    ...chatWords.map(([, full]) => full),
  ];
  for (const pattern of patterns) {
    for (const wording of wordingsOf(pattern.replace(/^=/, ''))) {
      const tokens = tokensOf(cleanText(wording));
      for (const { key } of tokens) found.keys.add(key);
      for (let at = 1; at < tokens.length; at += 1) found.pairs.add(`${tokens[at - 1]?.term} ${tokens[at]?.term}`);
    }
  }
  return found;
}

/** True when some wording of the lexicon has the two folded words side by side. Reads the lexicon at the first call. */
export const isKnownPair = (first: string, second: string): boolean => {
  known ??= readLexicon();
  return known.pairs.has(`${first} ${second}`);
};

/** True when some wording of the lexicon has this word with these marks. */
export const isKnownWord = (key: string): boolean => {
  known ??= readLexicon();
  return known.keys.has(key);
};
