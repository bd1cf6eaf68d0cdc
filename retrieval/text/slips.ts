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

/** Known words one slip away: as written where the text carries marks, folded where it carries none. */
export function wordsOneSlipAway(surface: string, vocabulary: Vocabulary, unmarked: boolean): WordForm[] {
  const found: WordForm[] = [];
  for (let length = surface.length - 1; length <= surface.length + 1; length += 1) {
    for (const form of vocabulary.forms(length)) {
      const written = unmarked ? form.term : form.surface;
      if (oneSlipApart(surface, written) && isSyllable(form.term))
        found.push(unmarked ? { ...form, surface: form.term } : form);
    }
  }
  return found;
}

/** `cóó`, `tthì`, `lạii`: a letter struck twice. `null` when none was, or what is left is no syllable. */
export function struckTwice(surface: string): string | null {
  const once = surface.replace(/(\p{L})\1+/gu, '$1');
  return once !== surface && isSyllable(syllableOf(once).term) ? once : null;
}
