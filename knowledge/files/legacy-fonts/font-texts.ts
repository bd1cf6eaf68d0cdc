/** Decodes text by the name of the font that it was typed in: surer than any statistics, where the font was really used. */
import { decodeLegacy } from './decode-legacy.ts';
import type { LegacyEncoding } from './legacy-encoding.ts';
import { unicodeOnly } from './recognise-legacy.ts';

interface OldFont {
  readonly encoding: LegacyEncoding;
  /** `.VnTimeH` and its like draw capitals for small letters. */
  readonly capitals: boolean;
}

function oldFont(name: string): OldFont | null {
  if (/^\.vn[a-z]/i.test(name)) return { encoding: 'tcvn3', capitals: name.endsWith('H') };
  return /^vni[- _]/i.test(name) ? { encoding: 'vni', capitals: false } : null;
}

/** Letters that a program put into the private area because the font calls itself one of symbols. */
const symbolLetters = /[\uf0a1-\uf0ff]/g;

/** Note every piece of text with its font first, then decode: an old font that also holds Unicode letters was only a name. */
export interface FontTexts {
  note(text: string, font: string): void;
  decode(text: string, font: string): string;
}

export function fontTexts(): FontTexts {
  const unicode = new Set<string>();
  return {
    note(text, font) {
      if (unicodeOnly.test(text)) unicode.add(font);
    },
    decode(text, font) {
      const old = unicode.has(font) ? null : oldFont(font);
      if (!old) return text;
      const letters = text.replace(symbolLetters, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xf000));
      const decoded = decodeLegacy(letters, old.encoding);
      return old.capitals ? decoded.toUpperCase() : decoded;
    },
  };
}
