/** One slip of the finger: which known words a word may have been meant for. */

import { syllableOf } from './syllable.ts';
import { isSyllable } from './vietnamese-syllable.ts';
import type { Vocabulary, WordForm } from './vocabulary.ts';

/** True when one letter too many, too few, another one, or two the wrong way round turn `one` into `other`. */
export function oneSlipApart(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let head = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head += 1;
  let tail = 0;
  const most = Math.min(one.length, other.length) - head;
  while (tail < most && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  const [left, right] = [one.length - head - tail, other.length - head - tail];
  if (left + right <= 2 && left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && one[head] === other[head + 1] && one[head + 1] === other[head];
}

const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** True when the two letters lie side by side on a keyboard. */
function beside(one: string, other: string): boolean {
  const row = keyRows.find((keys) => keys.includes(one)) ?? '';
  return other !== '' && Math.abs(row.indexOf(one) - row.indexOf(other)) === 1 && row.includes(other);
}

/** True when a finger would make `written` of `meant`: a letter dropped, struck twice or too many, or the key beside it. */
export function isLikelySlip(written: string, meant: string): boolean {
  if (written.length !== meant.length) return true;
  const at = [...written].findIndex((letter, index) => letter !== meant[index]);
  if (written[at] === meant[at + 1] && written[at + 1] === meant[at]) return true;
  return beside(foldLetters(written[at] ?? ''), foldLetters(meant[at] ?? ''));
}

const foldLetters = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');

/**
 * Known words one slip away. A marked word is compared as it is written; one without marks by its letters alone, for
 * the slip may have taken the mark along. In a text without marks the words come without theirs.
 */
export function wordsOneSlipAway(
  surface: string,
  vocabulary: Vocabulary,
  { marked, unmarked }: { marked: boolean; unmarked: boolean },
): WordForm[] {
  const found: WordForm[] = [];
  for (let length = surface.length - 1; length <= surface.length + 1; length += 1) {
    for (const form of vocabulary.forms(length)) {
      const letters = marked ? form.surface : form.letters;
      if (!oneSlipApart(surface, letters) || !isSyllable(form.term)) continue;
      found.push(unmarked ? { ...form, surface: form.letters } : form);
    }
  }
  return found;
}

/** `cóó`, `tthì`, `lạii`: a letter struck twice. `null` when none was, or what is left is no syllable. */
export function struckTwice(surface: string): string | null {
  const once = surface.replace(/(\p{L})\1+/gu, '$1');
  return once !== surface && isSyllable(syllableOf(once).term) ? once : null;
}
