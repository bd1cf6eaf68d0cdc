/** Makes a message safe to read: what cannot be seen cannot be obeyed. */

/** A message is read up to here; what follows is not needed to understand a question. */
export const longestMessage = 4_000;

/** Unicode tags (an invisible alphabet), zero-width signs, bidirectional controls, variation selectors. */
const invisible =
  /[\u{E0000}-\u{E007F}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2064}\u{2066}-\u{206F}\u{FEFF}\u{00AD}\u{FE00}-\u{FE0F}\u{180E}\u{115F}\u{1160}\u{3164}]/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is removed
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/** NFC, without invisible signs, controls and markup; white space squeezed; at most {@link longestMessage} characters. */
export function cleanText(raw: string): string {
  return raw
    .slice(0, longestMessage * 4)
    .toWellFormed()
    .normalize('NFC')
    .replace(invisible, '')
    .replace(controls, ' ')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/<\/?[a-z!][^<>]{0,300}>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestMessage);
}
