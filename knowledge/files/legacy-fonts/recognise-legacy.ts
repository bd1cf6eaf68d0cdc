/** Recognises text of the old fonts by what its words would be in each encoding. Unicode text is never touched. */
import { decodeLegacy } from './decode-legacy.ts';
import { type LegacyEncoding, legacyEncodings } from './legacy-encoding.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

/** Letters that only Unicode has: text with one of them was not typed in an old font. */
export const unicodeOnly = /[ăđĩũơưạ-ỹ]/iu;
/** Runs between white space, figures and ASCII punctuation. */
const chunk = /[a-zA-Z\u00a1-\u00ff]+/gu;
const codes = /[\u00a1-\u00ff]/u;
const quotes = /^[«»¡¿´]+|[«»´]+$/gu;
/** As people type: small, capital first, or all capitals. */
const natural = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u;

/** What speaks for an encoding in one piece of text. */
interface Evidence {
  /** Words that are Vietnamese when decoded and were not before. */
  readonly gained: number;
  /** Words with codes that are no Vietnamese after decoding. */
  readonly lost: number;
  /** Share of all words that are Vietnamese after decoding, 0 to 1. */
  readonly vietnamese: number;
}

/** Words that must be gained before a text is touched: one may be a word of another language, or a sign. */
const leastGained = 2;
/** Words gained for each lost, and the share of all words that must be Vietnamese in the end. */
const gainedPerLost = 4;
const leastVietnamese = 0.6;

/**
 * The text of a file, piece by piece, in Unicode: each piece is judged by itself, and what is too short to tell goes with
 * the rest of the file.
 */
export function decodePieces(pieces: readonly string[]): {
  readonly texts: readonly string[];
  readonly found: LegacyEncoding | null;
} {
  const judged = pieces.map(recogniseLegacy);
  const votes = (encoding: LegacyEncoding) => judged.filter((one) => one === encoding).length;
  const [best, other] = legacyEncodings.toSorted((a, b) => votes(b) - votes(a));
  if (!best || !other || votes(best) === 0) return { texts: pieces, found: null };
  // Among Unicode pieces a short one may be Unicode too.
  const alone = !pieces.some((piece) => unicodeOnly.test(piece)) && votes(other) === 0;
  const texts = pieces.map((piece, index) => {
    const own = judged[index] ?? (alone && mayBe(piece, best) ? best : null);
    return own ? decodeLegacy(piece, own) : piece;
  });
  return { texts, found: best };
}

/** The encoding of one piece of text; `null` for Unicode, for other languages, and where too little speaks for one. */
export function recogniseLegacy(text: string): LegacyEncoding | null {
  if (!codes.test(text) || unicodeOnly.test(text.normalize('NFC'))) return null;
  const rated = legacyEncodings
    .map((encoding) => ({ encoding, ...evidenceOf(text, encoding) }))
    .filter(isEnough)
    .sort((a, b) => b.gained - b.lost - (a.gained - a.lost));
  return rated[0]?.encoding ?? null;
}

const isEnough = ({ gained, lost, vietnamese }: Evidence) =>
  gained >= leastGained && gained >= gainedPerLost * lost && vietnamese >= leastVietnamese;

/** Nothing speaks against it: for a piece whose words mean something either way. */
const mayBe = (text: string, encoding: LegacyEncoding): boolean =>
  codes.test(text) && !unicodeOnly.test(text) && evidenceOf(text, encoding).lost === 0;

function evidenceOf(text: string, encoding: LegacyEncoding): Evidence {
  const words = (text.match(chunk) ?? []).map((written) => judge(written, encoding)).filter((one) => one !== 'unclear');
  const count = (verdict: Verdict) => words.filter((one) => one === verdict).length;
  const vietnamese = count('gained') + count('either');
  return { gained: count('gained'), lost: count('lost'), vietnamese: vietnamese / Math.max(1, words.length) };
}

/** `either`: Vietnamese before and after; `foreign`: plain letters that are no Vietnamese; `unclear`: an abbreviation. */
type Verdict = 'gained' | 'lost' | 'either' | 'foreign' | 'unclear';

function judge(written: string, encoding: LegacyEncoding): Verdict {
  const decoded = decodeLegacy(written, encoding);
  const after = isSyllable(decoded);
  if (!after && decoded === decoded.toUpperCase()) return 'unclear';
  if (!codes.test(written)) return after ? 'either' : 'foreign';
  if (!after) return 'lost';
  return isSyllable(written) && natural.test(written.replace(quotes, '')) ? 'either' : 'gained';
}

const isSyllable = (text: string) => isVietnameseSyllable(text.replace(quotes, ''));
