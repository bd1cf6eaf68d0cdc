/** Words that stand in one row and nowhere else. */
import { pick, type Random } from './dice.ts';

const letters = [...'bcdghklmnprstvx'];
const vowels = [...'aeiou'];

export interface SecretWords {
  /** A new one: letters alone, so that nothing masks it, and no word of any language. */
  next(): string;
  readonly all: ReadonlySet<string>;
  /** Those that stand in a text, in whatever case. */
  in(text: string): readonly string[];
}

/** What each begins with: a text without it needs no closer look. */
const sign = 'zq';

export function openSecretWords(random: Random): SecretWords {
  const all = new Set<string>();
  const pattern = new RegExp(`${sign}[a-z]{10}`, 'g');
  return {
    all,
    next() {
      const syllables = Array.from({ length: 5 }, () => pick(random, letters) + pick(random, vowels));
      const word = sign + syllables.join('');
      all.add(word);
      return word;
    },
    in(text) {
      const small = text.toLowerCase();
      if (!small.includes(sign)) return [];
      return [...new Set(small.match(pattern) ?? [])].filter((word) => all.has(word));
    },
  };
}
