import { withoutTwins } from './without-twins.ts';

/**
 * Rules are written as people write, with marks, and match what people type, with marks or without.
 *
 * A word typed with marks must be the very word ("né" is not "nè", "thuế" is not "thuê"); a word typed without any
 * matches all its readings. For that both the text and the rule are brought into one ASCII spelling, as in Telex:
 * "thuế" is "thuees". Hỏi and ngã are one tone, because half the country writes them so.
 */

const tones: Readonly<Record<string, string>> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0309': 'r',
  '\u0303': 'r',
  '\u0323': 'j',
};
const letters: Readonly<Record<string, string>> = { ă: 'aw', â: 'aa', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw', đ: 'dd' };
const ascii = /^[a-z\d]*$/;
const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** One word of lower-case letters: `thuế` → `thuees`, wherever its tone was put (`hòa`, `hoà` → `hoaf`). */
export function keyOfWord(word: string): string {
  if (ascii.test(word)) return word;
  const apart = word.normalize('NFD');
  const tone = tones[apart.match(toneMark)?.[0] ?? ''] ?? '';
  const base = apart.replace(toneMark, '').normalize('NFC');
  return base.replace(/[ăâêôơưđ]/g, (letter) => letters[letter] ?? letter) + tone;
}

/** Without marks: `thuế` → `thue`. */
export const plainWord = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');

/** Words of chat that stand for one full word only. */
const chatWords: ReadonlyMap<string, string> = new Map(
  [
    ['không', 'k ko kh khg hok hem hông hổng khum hk'],
    ['được', 'dc đc đk'],
    ['gì', 'j ji jì'],
    ['vậy', 'z v zậy zay dzậy'],
    ['rồi', 'r rùi ròi'],
    ['tôi', 'tui tao tau'],
    ['em', 'e'],
    ['với', 'vs'],
    ['người', 'ng'],
    ['hồ sơ', 'hs'],
    ['biết', 'bít bik bjt'],
    ['quá', 'wá wa qá'],
    ['chưa', 'ch chua'],
    ['muốn', 'mún mún'],
    ['làm', 'lm'],
    ['nhiêu', 'nhiu'],
    ['nộp', 'nạp'],
    ['bữa', 'bựa'],
  ].flatMap(([word = '', chat = '']) => chat.split(' ').map((one) => [one, word] as const)),
);

const keyOfToken = (token: string): string => (chatWords.get(token) ?? token).split(' ').map(keyOfWord).join(' ');

const tokensOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\d%]+|[?!.,]/gu) ?? [];

/** A text in the spelling of the rules: words, figures and `? ! . ,` with one space between. */
export const keyed = (text: string): string => tokensOf(text).map(keyOfToken).join(' ');

/** The same tokens without any marks: what is typed with them and without looks the same, in chat spelling too. */
export const plainly = (text: string): string =>
  tokensOf(text)
    .map((token) => plainWord(chatWords.get(token) ?? token))
    .join(' ');

const escapesAndWords = /\\.|\p{L}+!?/gu;

/**
 * A rule: a regular expression over {@link keyed} text, written with marks.
 *
 * A word with marks matches itself and its unmarked spelling; with `!` behind it (`né!`) only itself, for words whose
 * unmarked spelling is an everyday word. Line breaks and the blanks around them are for reading only.
 */
export const vi = (parts: TemplateStringsArray, ...values: readonly string[]): RegExp => {
  const source = String.raw(parts, ...values).replace(/\s*\n\s*/g, '');
  return new RegExp(
    withoutTwins(source.replace(escapesAndWords, (piece) => (piece.startsWith('\\') ? piece : bothSpellings(piece)))),
  );
};

function bothSpellings(written: string): string {
  const word = written.replace('!', '');
  const [key, plain] = [keyOfWord(word), plainWord(word)];
  if (key === plain) return plain;
  return written.endsWith('!') ? key : `(?:${key}|${plain})`;
}
