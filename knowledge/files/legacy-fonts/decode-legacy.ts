/** From the old encodings to Unicode and back. */
import { type LegacyEncoding, type Spelling, tcvn3, vni } from './legacy-encoding.ts';

const tables: Readonly<Record<LegacyEncoding, readonly Spelling[]>> = { tcvn3, vni };

const replacing = (pairs: readonly (readonly [string, string])[]) => {
  const by = new Map(pairs);
  const longestFirst = [...by.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.join('|'), 'g');
  return (text: string) => text.replace(pattern, (found) => by.get(found) ?? found);
};

const reversed = (pairs: readonly Spelling[]) => pairs.map(([letter, written]) => [written, letter] as const);
/** "Aù" for "Á": the mark of a capital typed small. */
const mixed = (pairs: readonly Spelling[]) =>
  pairs
    .filter(([, written]) => written.length === 2 && written === written.toLowerCase())
    .map(([letter, [base = '', mark = '']]) => [base.toUpperCase() + mark, letter.toUpperCase()] as const);

const decoders: Readonly<Record<LegacyEncoding, (text: string) => string>> = {
  tcvn3: replacing(reversed(tcvn3)),
  vni: replacing([...reversed(vni), ...mixed(vni)]),
};
const toned = [...'àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'.normalize('NFC')];
const encoders: Readonly<Record<LegacyEncoding, (text: string) => string>> = {
  tcvn3: replacing([...tables.tcvn3, ...tcvn3.flatMap(capitalOf)]),
  vni: replacing(tables.vni),
};

/** A capital with a tone has no code in TCVN3: it is written as the small one. */
function capitalOf([letter, written]: Spelling): Spelling[] {
  return toned.includes(letter) ? [[letter.toUpperCase(), written]] : [];
}

/** Text of an old font (as Latin letters) in Unicode NFC. */
export const decodeLegacy = (text: string, encoding: LegacyEncoding): string => {
  const decoded = decoders[encoding](text);
  return encoding === 'tcvn3' ? withCapitals(decoded) : decoded;
};

/** The other way, for tests and for old programs; what the encoding cannot write stays as it is. */
export const encodeLegacy = (text: string, encoding: LegacyEncoding): string =>
  encoders[encoding](text.normalize('NFC'));

const word = /\p{L}+/gu;
const tonedSmall = new RegExp(`[${toned.join('')}]`, 'gu');

/** In a word of capitals the letters with a tone, which had no capital to be written with, are capitals too. */
const withCapitals = (text: string): string =>
  text.replace(word, (found) => {
    const rest = found.replace(tonedSmall, '');
    const capitals = rest !== '' && rest === rest.toUpperCase();
    // "Uỷ" begins a sentence; "ủY" and "PHƯờNG" do not.
    const clear = rest.length > 1 || tonedSmall.test(found.charAt(0));
    tonedSmall.lastIndex = 0;
    return capitals && clear ? found.toUpperCase() : found;
  });
