/** The two encodings of Vietnamese from before Unicode, as their text looks when it is read as Latin letters. */

export const legacyEncodings = ['tcvn3', 'vni'] as const;
/** `tcvn3` is the ABC of fonts named `.Vn…` (TCVN 5712:1993, VN3); `vni` that of fonts named `VNI-…`. */
export type LegacyEncoding = (typeof legacyEncodings)[number];

/** A letter of Unicode (NFC) and how the old font writes it. */
export type Spelling = readonly [letter: string, written: string];

/** Letters from code `first` on; `.` stands for a code that is not used. */
const from = (first: number, letters: string): Spelling[] =>
  [...letters.normalize('NFC')].flatMap((letter, at): Spelling[] =>
    letter === '.' ? [] : [[letter, String.fromCharCode(first + at)]],
  );

/** One code a letter. Capitals with a tone have none: they are written small, or in a font of capitals. */
export const tcvn3: readonly Spelling[] = [
  ...from(0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'),
  ...from(0xb5, 'àảãáạ.ằẳẵắ'),
  ...from(0xc6, 'ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ'),
];

/** A vowel and a second letter that stands for hat and tone together. */
const marks: Readonly<Record<string, string>> = {
  aù: 'á',
  aø: 'à',
  aû: 'ả',
  aõ: 'ã',
  aï: 'ạ',
  aê: 'ă',
  aé: 'ắ',
  aè: 'ằ',
  aú: 'ẳ',
  aü: 'ẵ',
  aë: 'ặ',
  aâ: 'â',
  aá: 'ấ',
  aà: 'ầ',
  aå: 'ẩ',
  aã: 'ẫ',
  aä: 'ậ',
  eù: 'é',
  eø: 'è',
  eû: 'ẻ',
  eõ: 'ẽ',
  eï: 'ẹ',
  eâ: 'ê',
  eá: 'ế',
  eà: 'ề',
  eå: 'ể',
  eã: 'ễ',
  eä: 'ệ',
  où: 'ó',
  oø: 'ò',
  oû: 'ỏ',
  oõ: 'õ',
  oï: 'ọ',
  oâ: 'ô',
  oá: 'ố',
  oà: 'ồ',
  oå: 'ổ',
  oã: 'ỗ',
  oä: 'ộ',
  ôù: 'ớ',
  ôø: 'ờ',
  ôû: 'ở',
  ôõ: 'ỡ',
  ôï: 'ợ',
  uù: 'ú',
  uø: 'ù',
  uû: 'ủ',
  uõ: 'ũ',
  uï: 'ụ',
  öù: 'ứ',
  öø: 'ừ',
  öû: 'ử',
  öõ: 'ữ',
  öï: 'ự',
  yù: 'ý',
  yø: 'ỳ',
  yû: 'ỷ',
  yõ: 'ỹ',
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  ñ: 'đ',
};

const small = Object.entries(marks).map(
  ([written, letter]): Spelling => [letter.normalize('NFC'), written.normalize('NFC')],
);

/** Capitals are written with the capital of each letter; after a capital a small mark is seen too. */
export const vni: readonly Spelling[] = [
  ...small,
  ...small.map(([letter, written]): Spelling => [letter.toUpperCase(), written.toUpperCase()]),
];
