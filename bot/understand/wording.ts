/** A message in the two forms that rules look at: as written (lower case) and folded (no marks). */
import { fold } from '../../retrieval/index.ts';

export interface Wording {
  /** Lower case with marks; for words that mean something else without them. */
  readonly marked: string;
  /** Folded: what a person without diacritics typed and what one with them typed look the same. */
  readonly folded: string;
}

export const wordingOf = (text: string): Wording => ({
  marked: text.normalize('NFC').toLowerCase(),
  folded: (fold(text).match(/[\p{L}\d%]+|[?!.,]/gu) ?? []).join(' '),
});

export const anyOf = (patterns: readonly RegExp[], text: string): boolean =>
  patterns.some((pattern) => pattern.test(text));

/** Words of papers and offices: with them a frightening word ("cháy", "mất", "đánh") tells why a paper is needed, not that help is. */
export const aboutPapers =
  /\b(giay|so do|the|ho so|thu tuc|dang ky|cap lai|lam lai|cap doi|khai sinh|khai tu|can cuoc|cccd|ho khau|xin|chung thuc|bao hiem|ho tro|boi thuong|phep|le phi|mau don|to khai|huong|tro cap|che do)\b/;
