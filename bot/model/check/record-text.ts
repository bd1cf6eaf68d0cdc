/** The cited records as a bag of words and as running text, for what a sentence says in words of its own. */
import type { Fields } from './wording.ts';

export interface RecordText {
  /** Whether these words stand in one of its sentences in this order, nothing between. */
  holds(phrase: string): boolean;
  /** Whether it is one of its sentences from beginning to end: a part of one may say the contrary. */
  isSentence(text: string): boolean;
}

/** Small letters, one space between words, no punctuation. Marks count: "mẹ" is not "me". */
export const plainly = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const wordsIn = (text: string): string[] => plainly(text).split(' ').filter(Boolean);

export function recordText({ sentences, fields, titles }: Pick<Fields, 'sentences' | 'fields' | 'titles'>): RecordText {
  const all = [...sentences, ...titles, ...fields.map(({ text }) => text)].map((text) => ` ${plainly(text)} `);
  const whole = new Set(sentences.flatMap((text) => text.split(/[.;\n]+(?:\s|$)/u)).map(plainly));
  return {
    holds: (phrase) => all.some((text) => text.includes(` ${plainly(phrase)} `)),
    isSentence: (text) => plainly(text) !== '' && whole.has(plainly(text)),
  };
}
