import { describe, expect, it } from '@jest/globals';
import { wordingsOf } from '../text/phrase-pattern.ts';
import { abbreviations } from './abbreviations.ts';
import { chatWords } from './chat.ts';
import { facetPhrases } from './facet-phrases.ts';
import { numberWords, personPhrases, politePhrases, smallWords } from './fillers.ts';
import { modifierNames, modifierPhrases } from './modifiers.ts';
import { nouns, sameWords, wholeNames } from './nouns.ts';

const patterns = [
  ...[...abbreviations, ...chatWords, ...nouns, ...sameWords, ...facetPhrases, ...modifierPhrases].map(
    ([pattern]) => pattern,
  ),
  ...[...politePhrases, ...personPhrases, ...numberWords, ...smallWords, ...wholeNames],
];

describe('the lexicon', () => {
  it('holds only patterns that can be read', () => {
    for (const pattern of patterns) expect(wordingsOf(pattern.replace(/^=/, '')).length).toBeGreaterThan(0);
  });

  it('fits the bits of its modifiers in a number', () => {
    expect(modifierNames.length).toBeLessThanOrEqual(31);
  });

  it('never binds an everyday name to a code', () => {
    for (const [, official] of nouns) expect(official).not.toMatch(/\d\.\d{6}/);
  });

  it('writes official names that the next reading leaves as they are', () => {
    const everyday = new Map(
      nouns.flatMap(([pattern, official]) =>
        wordingsOf(pattern.replace(/^=/, '')).map((one) => [one, official] as const),
      ),
    );
    for (const official of new Set(everyday.values())) expect(everyday.get(official) ?? official).toBe(official);
  });
});
