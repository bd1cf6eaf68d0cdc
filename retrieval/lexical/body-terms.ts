/** Folded terms of long published text, fast: no repair and no everyday names, only the offices' short forms. */
import { abbreviations } from '../lexicon/abbreviations.ts';
import { syllableOf } from '../text/syllable.ts';

const short = new Map<string, string[]>(
  abbreviations.flatMap(([forms, full]) =>
    forms
      .split('|')
      .filter((form) => !form.includes(' '))
      .map((form) => [form, full.split(' ').map((word) => syllableOf(word).term)] as const),
  ),
);
const word = /[\p{L}\p{N}]+/gu;

/** Terms in order. Text may be in any normal form. `seen` counts the words as they are written. */
export function bodyTerms(text: string, seen: Map<string, number>): string[] {
  const terms: string[] = [];
  for (const [surface] of text.normalize('NFC').toLowerCase().matchAll(word)) {
    seen.set(surface, (seen.get(surface) ?? 0) + 1);
    const full = short.get(surface);
    if (full) terms.push(...full);
    else if (surface.length <= 24) terms.push(syllableOf(surface).term);
  }
  return terms;
}
