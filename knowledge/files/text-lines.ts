/** Brings text out of a file into one form. */

/**
 * Zero-width and direction marks, tags and private characters: nobody sees them, so nobody may be led by them. The soft
 * hyphen stays until old fonts are decoded: it is the "ư" of TCVN3.
 */
const invisible = /[[\p{Cf}\p{Co}\p{Cs}\p{Cn}]--\xad]|[\p{Cc}--[\t\n\r\v\f]]/gv;

/** One line: NFC, no invisible characters, white space single, ends trimmed. */
export const cleanLine = (text: string): string =>
  text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim();

/** The same line by line; empty lines are dropped. */
export const cleanCell = (text: string): string =>
  text
    .split(/\r\n|[\n\r\v\f]/)
    .map(cleanLine)
    .filter(Boolean)
    .join('\n');
