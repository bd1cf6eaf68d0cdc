/** Signs that no plain sentence has: hidden ones, those of other scripts, markup, links. */
import { bar, type DraftSentence } from './draft-sentence.ts';

const hidden = /[\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Cc}\p{Variation_Selector}\u115f\u1160\u3164\uffa0\u2800]/u;
/** Latin letters and the punctuation of a plain sentence: what is left may look like these and be another sign. */
const strange = /[^\p{Script=Latin}\p{M}\p{N} \n.,;:!?()'"“”‘’…–—/%+{}-]/u;

export function hiddenSignIn({ text }: DraftSentence): string | null {
  const composed = text.normalize('NFC');
  if (composed !== text.normalize('NFKC').normalize('NFC') && !/[…]/.test(text)) return codeOf(composed);
  const sign = hidden.exec(composed.replace(/\n/g, ' ')) ?? lookalikeIn(composed) ?? heapIn(composed);
  return sign && codeOf(sign[0]);
}

/** Letters of other scripts; signs of markup are told by a rule of their own. */
const lookalikeIn = (text: string) => /[\p{L}\p{M}]/u.exec(text.replace(/[\p{Script=Latin}\p{Mn}]/gu, ''));

/** More marks on one letter than any language has. */
const heapIn = (text: string) => /\p{M}{2,}/u.exec(text);

const codeOf = (sign: string) => `U+${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase()}`;

const markup =
  /[<>`*_#|[\]\\^~=@&]|!\[|\]\(|(?:^|\s)[-•+]\s|:\/\/|(?:https?|ftp|javascript|data|mailto|tel|zalo)\s*:|www\.|\p{L}{2,}\.(?:com|vn|net|org|info|xyz|io|top|app|link|shop|cc|me|gov|edu)(?!\p{L})|\b(?:hxxp|dot com|chấm com|chấm vn)\b/iu;

export const markupIn = ({ own }: DraftSentence): string | null =>
  (markup.exec(own) ?? strange.exec(own.replaceAll(bar, ' ')))?.[0] ?? null;

/** Braces that are left are tokens that were written wrong. */
export const braceIn = ({ own }: DraftSentence): string | null => /[{}]+/.exec(own)?.[0] ?? null;
