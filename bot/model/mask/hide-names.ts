/** Finds a person's name in a text however it is written: whole or in part, with or without marks, run together. */
import { fold } from '../../../retrieval/index.ts';

/** Where a name stands: UTF-16 units, the end excluded. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
}

interface Word extends NameSpan {
  readonly text: string;
  readonly folded: string;
}

/** One word of a name alone ("Mai", "An") is also a word of everyday speech: it is a name when written as one. */
const before = new Set(
  'ten la ong ba anh chi em co chu bac di cau chau con be vo chong me cha bo ma thay toi minh ho'.split(' '),
);

/** Longest first, not overlapping. Of names of one word too. */
export function findNames(text: string, names: readonly string[]): NameSpan[] {
  const known = names.map(wordsOf).filter((name) => name.length > 0);
  if (known.length === 0) return [];
  const words = wordsOf(text);
  const found: NameSpan[] = [];
  for (let at = 0; at < words.length; ) {
    const length = Math.max(...known.map((name) => longestAt(text, words, { at, name })));
    const [first, last] = [words[at], words[at + length - 1]];
    if (length > 0 && first && last) found.push({ start: first.start, end: last.end });
    at += Math.max(length, 1);
  }
  return found;
}

export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}]+/gu)].map((match) => ({
    text: match[0].normalize('NFC'),
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));

interface Place {
  readonly at: number;
  readonly name: readonly Word[];
}

/** How many words from `at` on are the name or a part of it; 0 for none. */
function longestAt(text: string, words: readonly Word[], { at, name }: Place): number {
  const runTogether = words[at] && isRunTogether(words[at], name) ? 1 : 0;
  const lengths = name.map((_word, from) => matching(text, words, { at, name: name.slice(from) }));
  const longest = Math.max(0, ...lengths);
  if (longest >= 2 || (longest === 1 && name.length === 1)) return longest;
  return runTogether || (isGivenName(words, { at, name }) ? 1 : 0);
}

function matching(text: string, words: readonly Word[], { at, name }: Place): number {
  let count = 0;
  for (const part of name) {
    const word = words[at + count];
    const gap = count === 0 ? '' : text.slice(words[at + count - 1]?.end ?? 0, word?.start ?? 0);
    if (!word || !isSame(word, part) || !/^[\s.,_-]{0,3}$/u.test(gap)) break;
    count += 1;
  }
  return count;
}

/** As it is, or typed without marks. */
const isSame = (word: Word, part: Word) =>
  word.folded === part.folded &&
  (word.text.toLowerCase() === part.text.toLowerCase() || word.text.toLowerCase() === word.folded);

const isRunTogether = (word: Word, name: readonly Word[]) =>
  name.length >= 2 && word.folded === name.map(({ folded }) => folded).join('');

function isGivenName(words: readonly Word[], { at, name }: Place): boolean {
  const [word, given] = [words[at], name.at(-1)];
  if (!word || !given || !isSame(word, given)) return false;
  return /^\p{Lu}/u.test(word.text) || before.has(words[at - 1]?.folded ?? '');
}
