/** Brings any string into the one form that the analyser reads. */
import { rememberLatest } from '../../knowledge/index.ts';

/** Longer texts are cut here: no question needs more, and the time of an answer stays bounded. */
export const longestText = 10_000;
/** Of the turns under way, and the short words of ours that each of them folds. */
const mostFolded = 256;

const invisible = /[\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Variation_Selector}]/gu;

/**
 * NFKC, lower case, without control, invisible, tag and private characters; white space becomes one space.
 * At most {@link longestText} UTF-16 units of the input are read. Never throws.
 */
export function cleanText(text: string): string {
  return text
    .slice(0, longestText)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/(?<=[\p{L}\p{N}])\p{M}+|\p{M}+/gu, '')
    .slice(0, 2 * longestText);
}

/**
 * Lower case without marks, đ as d, one space between words, nothing at the ends. `fold(fold(x)) === fold(x)`.
 * Punctuation stays. NFC and NFD give the same.
 */
export const fold = rememberLatest(
  (text) =>
    cleanText(text)
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[đð]/g, 'd')
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .trim(),
  mostFolded,
);
