/** Whether a sentence is in the language of the talk. */
import type { DraftSentence } from './draft-sentence.ts';
import { wordsIn } from './record-text.ts';
import type { Fields } from './wording.ts';

const markOfLetter = /\p{M}|đ/u;
const english = new Set(
  'the you your is are and please for with this that will can of to at it be have not'.split(' '),
);
const few = 4;

/** What tells that it is another one; `null` when it is right, or too short to tell. */
export function otherLanguageIn({ own }: DraftSentence, { language }: Pick<Fields, 'language'>): string | null {
  const words = wordsIn(own);
  const marked = words.filter((word) => markOfLetter.test(word.normalize('NFD')));
  if (language === 'en') return marked[0] ?? null;
  const foreign = words.filter((word) => english.has(word));
  if (foreign.length >= 2) return foreign.join(' ');
  return words.length >= few && marked.length === 0 ? words.slice(0, few).join(' ') : null;
}
