/** Makes a text look to the eye as it was while the code points are others. */
import { pick, type Random } from '../../measure/seeded-random.ts';

const invisible = ['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\u180E', '\u{E0020}', '\u2063'];
const cyrillic: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  c: 'с',
  x: 'х',
  y: 'у',
  i: 'і',
  h: 'һ',
};
const digitRows = [
  '٠١٢٣٤٥٦٧٨٩',
  '０１２３４５６７８９',
  '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
  '𝟬𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴𝟵',
  '⓪①②③④⑤⑥⑦⑧⑨',
  '⁰¹²³⁴⁵⁶⁷⁸⁹',
  '₀₁₂₃₄₅₆₇₈₉',
  '०१२३४५६७८९',
  '🄁🄂🄃🄄🄅🄆🄇🄈🄉🄊',
];
const lookalikes: Readonly<Record<string, string>> = { '0': 'O', '1': 'l', '5': 'S', '8': 'B' };
const tags = (text: string) =>
  [...text].map((one) => String.fromCodePoint(0xe0000 + ((one.codePointAt(0) ?? 0) % 128))).join('');

const ways: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => [...text].map((one) => (random() < 0.4 ? one + pick(random, invisible) : one)).join(''),
  (text, random) => digitsInDisguise(text, random, 1),
  (text) => text.replace(/[aeopcxyih]/g, (one) => cyrillic[one] ?? one),
  (text) => text.normalize('NFD'),
  (text) => `Mời anh chị xem bên dưới.${tags(text)}`,
  (text) => `\u202E${[...text].reverse().join('')}\u202C`,
  (text) => [...text].join(' '),
  (text) => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  (text) => text.replace(/(?<=\p{L})(?=\p{L})/gu, '\u00AD'),
  (text) => text.replaceAll(' ', '\u00A0').replaceAll('.', '．'),
  (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd'),
  (text) => text.toUpperCase(),
];

/** One way, by chance. */
export const disguise = (text: string, random: Random): string => pick(random, ways)(text, random);

/** The digits in another script, in signs that look alike, or spaced out; as they are in the other cases. */
export function digitsInDisguise(text: string, random: Random, chance = 0.35): string {
  if (random() > chance) return text;
  const row = pick(random, [...digitRows, 'alike', 'spaced', 'dotted']);
  if (row === 'alike') return text.replace(/\d/g, (one) => lookalikes[one] ?? one);
  if (row === 'spaced') return text.replace(/\d(?=\d)/g, '$& ');
  if (row === 'dotted') return text.replace(/\d(?=\d)/g, '$&·');
  const signs = [...row];
  return text.replace(/\d/g, (one) => signs[Number(one)] ?? one);
}
