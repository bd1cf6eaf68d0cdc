/** Splits RTF into its tokens. One pass, no recursion: a file of a million braces is only long. */

export type RtfToken =
  | { readonly type: 'open' }
  | { readonly type: 'close' }
  /** `value` is `null` where the word has no figure. */
  | { readonly type: 'word'; readonly word: string; readonly value: number | null }
  /** `\'e1`: one byte in the code page of the font. */
  | { readonly type: 'byte'; readonly value: number }
  | { readonly type: 'text'; readonly text: string };

const token = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/g;

/** Signs that are text, as `\~` for a space that does not break. */
const signs: Readonly<Record<string, string>> = { '\\': '\\', '{': '{', '}': '}', '~': ' ', _: '-', '-': '' };

/** @param rtf one character a byte (Latin-1). Pictures written as bytes (`\bin`) are stepped over. */
export function* rtfTokens(rtf: string): Generator<RtfToken> {
  const matcher = new RegExp(token);
  for (let found = matcher.exec(rtf); found; found = matcher.exec(rtf)) {
    const [, word, value, byte, sign, brace, text] = found;
    if (word === 'bin') matcher.lastIndex += Math.max(0, Number(value ?? 0));
    else if (word) yield { type: 'word', word, value: value === undefined ? null : Number(value) };
    else if (byte) yield { type: 'byte', value: Number.parseInt(byte, 16) };
    else if (sign) yield sign === '*' ? { type: 'word', word: '*', value: null } : signToken(sign);
    else if (brace) yield { type: brace === '{' ? 'open' : 'close' };
    else if (text) yield { type: 'text', text };
  }
}

const signToken = (sign: string): RtfToken =>
  sign === '\n' || sign === '\r'
    ? { type: 'word', word: 'par', value: null }
    : { type: 'text', text: signs[sign] ?? '' };
