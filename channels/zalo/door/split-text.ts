/** Cuts a text into messages that Zalo takes: at a blank line, else a line, a sentence, a word, and only then anywhere. */

/** Zalo says "2,000 characters" and not which: no part is longer by either count. */
export const zaloTextLimit = 2000;
/** Room for a count of the parts in front. */
const target = 1900;

/** Best places first; each match ends where a part may end. */
const ends = [/\n{2,}/g, /\n/g, /[.!?…:;](?=\s)["”»)]*\s/g, /\s/g] as const;
/** Below this share of a part a better kind of end is not worth the short message. */
const leastShare = 0.4;

/** Parts in order, none empty, each at most `limit` UTF-16 units; but for white space at the cuts nothing is lost. */
export function splitText(text: string, limit = target): readonly string[] {
  const parts: string[] = [];
  let rest = text.normalize('NFC').trim();
  while (rest.length > limit) {
    const cut = cutOf(rest, limit);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

function cutOf(text: string, limit: number): number {
  // One more: an end right at the limit counts.
  const head = text.slice(0, limit + 1);
  for (const end of ends) {
    const cut = [...head.matchAll(end)]
      .map((match) => match.index + match[0].length)
      .filter((at) => at <= limit + 1)
      .at(-1);
    if (cut !== undefined && head.slice(0, cut).trimEnd().length >= limit * leastShare) return cut;
  }
  return wholeCharacters(text, limit);
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Never within a pair of surrogates or a letter and its marks; a "letter" longer than a whole part is cut by code points. */
function wholeCharacters(text: string, limit: number): number {
  let [cut, inside] = [0, 0];
  for (const { index, segment } of graphemes.segment(text.slice(0, limit + 200))) {
    if (index + segment.length > limit) break;
    cut = index + segment.length;
  }
  if (cut > 0) return cut;
  for (const point of text) {
    if (inside + point.length > limit) break;
    inside += point.length;
  }
  return Math.max(inside, 1);
}
