/** One written syllable in three forms: as it stands, with marks in one spelling, and folded. */

export interface Syllable {
  /** Lower case, as it stands. */
  readonly surface: string;
  /** Marks in one spelling: vowels with their shape, the tone as a last digit (`hòa`, `hoà` → `hoa1`). */
  readonly key: string;
  /** Folded, with one spelling of final i/y (`ký`, `kí` → `ki`): what the index holds. */
  readonly term: string;
  /** Carries a tone, a shaped vowel or đ. */
  readonly marked: boolean;
}

const tones: Readonly<Record<string, string>> = {
  '\u0300': '1',
  '\u0301': '2',
  '\u0303': '3',
  '\u0309': '4',
  '\u0323': '5',
};

/** Lone final y after a consonant or q(u) is written i: ký, lý, quý. */
const oneEnding = (text: string) => text.replace(/^(b|h|k|l|m|n|s|t|th|v|qu|ch|d|gi|nh)y$/, '$1i');

const remembered = new Map<string, Syllable>();
const mostRemembered = 50_000;

/** Reads one syllable (or any other word) that is already clean and in lower case. Remembers what it has read. */
export function syllableOf(surface: string): Syllable {
  const known = remembered.get(surface);
  if (known) return known;
  const syllable = readSyllable(surface);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(surface, syllable);
  return syllable;
}

function readSyllable(surface: string): Syllable {
  if (/^[a-z0-9]+$/.test(surface)) {
    const term = oneEnding(surface);
    return { surface, key: term, term, marked: false };
  }
  let tone = '';
  let letters = '';
  for (const char of surface.normalize('NFD')) {
    if (tones[char]) tone = tones[char];
    else letters += char;
  }
  const base = oneEnding(letters.normalize('NFC'));
  const term = base.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đð]/g, 'd');
  const key = base + tone;
  return { surface, key, term, marked: key !== term };
}

/** One word of a text, in order. */
export interface Token extends Syllable {
  /** Index of its first UTF-16 unit in the cleaned text. */
  readonly at: number;
  /** A comma, a full stop, a plus or a line end stands before it. */
  readonly afterBreak: boolean;
}

const word = /[\p{L}\p{N}]+/gu;

/** Cuts a cleaned text into words: runs of letters and digits. */
export function tokensOf(cleaned: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of cleaned.matchAll(word)) {
    const between = cleaned.slice(end, match.index);
    tokens.push({ ...syllableOf(match[0]), at: match.index, afterBreak: /[.,;:!?+&\n(]|\s[-–]\s/.test(between) });
    end = match.index + match[0].length;
  }
  return tokens;
}
