/** Makes a message safe to read: what cannot be seen cannot be obeyed. */

/** A message is read up to here; what follows is not needed to understand a question. */
export const longestMessage = 4_000;

/** Unicode tags (an invisible alphabet), zero-width signs, bidirectional controls, variation selectors, private and unassigned characters. */
const invisible = /\p{Cf}|\p{Co}|\p{Cn}|\p{Variation_Selector}|[\u115F\u1160\u3164]/gu;

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
