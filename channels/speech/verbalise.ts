/** A written text as it is said: nothing is left that a speech engine would have to guess. */
import type { Region } from './read-number.ts';
import { spokenRules } from './spoken-rules.ts';

/** Signs that are pauses, or are not said at all. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/[“”"«»'‘’`*_#|<>~^\\[\]{}]/gu, ''],
  [/\s*[()]\s*/gu, ', '],
  [/(?<=(?:ông|anh|cô|chú|cha|bố|ba|vợ))\/(?=(?:bà|chị|cô|bác|mẹ|má|chồng))/giu, ' '],
  [/và\/hoặc/giu, 'và hoặc'],
  [/(?<=ngày)\/(?=tháng)|(?<=tháng)\/(?=năm)/giu, ', '],
  [/(?<=đồng một \p{L}+)\s?\/\s?(?=\p{L})/gu, ' một '],
  [/(?<=\p{L})\s?\/\s?(?=\p{L})/gu, ' hoặc '],
  [/\s&\s/gu, ' và '],
  [/(?<=\p{L})-(?=\p{L})/gu, ' '],
  [/[–—·•→]|\s-\s/gu, ', '],
  [/…|\.{3}/gu, '.'],
  [/[;:]/gu, ','],
  [/[^\p{L}\p{M}\s.,?!]/gu, ' '],
  [/\s+([.,?!])/gu, '$1'],
  [/(?:,\s*)+([.?!])/gu, '$1'],
  [/([.,?!])(?:\s*,)+/gu, '$1'],
  [/([.?!])\1+/gu, '$1'],
  [/^[\s,.]+/gu, ''],
  [/\s+/gu, ' '],
];

export interface VerbaliseOptions {
  readonly region?: Region;
}

/** @param text Vietnamese as written; `2,5 m²` → "hai phẩy năm mét vuông". Letters, blanks and `. , ? !` come back, nothing else. */
export function verbalise(text: string, { region = 'north' }: VerbaliseOptions = {}): string {
  const written = text.normalize('NFC');
  let said = '';
  let at = 0;
  while (at < written.length) {
    const found = beginsWord(written, at) ? sayAt(written, at, { region, before: said }) : null;
    if (found) {
      said += found.words;
      at = found.end;
    } else {
      said += written[at];
      at += 1;
    }
  }
  return signs.reduce((rest, [pattern, pause]) => rest.replace(pattern, pause), said).trim();
}

const inWord = /[\p{L}\p{M}\d]/u;
const beginsWord = (text: string, at: number): boolean =>
  /[\p{L}\d+–-]/u.test(text[at] ?? '') &&
  (at === 0 || !inWord.test(text[at - 1] ?? '') || (/\d/.test(text[at] ?? '') && !/\d/.test(text[at - 1] ?? '')));

function sayAt(text: string, at: number, context: { readonly region: Region; readonly before: string }) {
  for (const { pattern, say } of spokenRules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const words = say(match, context);
    if (words !== null)
      return { words: spaced(words, text, at + match[0].length, context.before), end: at + match[0].length };
  }
  return null;
}

/** Words said for a sign stand by themselves, whatever touched the sign. */
const spaced = (words: string, text: string, end: number, before: string): string =>
  `${before === '' || /\s$/.test(before) ? '' : ' '}${words}${inWord.test(text[end] ?? '') ? ' ' : ''}`;
