/** A piece of a text, made ready to be compared with questions. */
import { cleanText } from '../text/clean-text.ts';
import { syllableOf } from '../text/syllable.ts';
import type { PassageQuestion } from './passage-question.ts';
import { sayOneWay } from './same-matters.ts';

/** How often each word and each pair of neighbours stands in a text, by its form with marks and without. */
export interface TextForms {
  readonly marked: ReadonlyMap<string, number>;
  readonly folded: ReadonlyMap<string, number>;
  /** Number of words. */
  readonly length: number;
}

export function formsOf(text: string): TextForms {
  const syllables = (sayOneWay(cleanText(text)).match(/[\p{L}\p{N}]+/gu) ?? []).map(syllableOf);
  const folded = counted(syllables.map(({ term }) => term));
  // A text that was typed without marks is compared without them.
  const marked = syllables.some((one) => one.marked) ? counted(syllables.map(({ key }) => key)) : folded;
  return { marked, folded, length: syllables.length };
}

function counted(forms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  forms.forEach((form, at) => {
    counts.set(form, (counts.get(form) ?? 0) + 1);
    const next = forms[at + 1];
    if (next !== undefined) counts.set(`${form} ${next}`, (counts.get(`${form} ${next}`) ?? 0) + 1);
  });
  return counts;
}

export const countIn = (text: TextForms, { unmarked }: PassageQuestion, form: string): number =>
  (unmarked ? text.folded : text.marked).get(form) ?? 0;

/** How much of the question a text explains, as a sum of weights. */
export const weightIn = (text: TextForms, question: PassageQuestion): number =>
  question.words.reduce((sum, { form, weight }) => sum + (countIn(text, question, form) > 0 ? weight : 0), 0);
