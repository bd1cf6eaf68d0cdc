/** Reads what a keyboard left when its Vietnamese typing was off: telex (`ddawng kys`) and VNI (`d9a8ng ky1`). */
import { syllableOf } from './syllable.ts';
import { isSyllable, takesTone } from './vietnamese-syllable.ts';

const toneMarks = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const telexTones: Readonly<Record<string, number>> = { f: 1, s: 2, x: 3, r: 4, j: 5 };
const vniTones: Readonly<Record<string, number>> = { 2: 1, 1: 2, 4: 3, 3: 4, 5: 5 };
const circumflex: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };
const horn: Readonly<Record<string, string>> = { a: 'ă', o: 'ơ', u: 'ư' };
const vowels = /[aeiouyăâêôơư]/;

/** Words of other languages that people use as they are: they look like typed keys or slips and are none. */
export const loans: ReadonlySet<string> = new Set(
  'ad adn vn cm ml kg km baby mail grab visa gas form app web online email zalo facebook sim wifi file scan fax internet shop test ok okay vneid homestay karaoke passport taxi video photo photocopy camera web site website link pass login game covid'.split(
    ' ',
  ),
);

/** The syllable that the keys stand for, composed; `null` when they stand for none. `surface` is lower case. */
export function readTypedKeys(surface: string): string | null {
  if (surface.length < 2 || surface.length > 12 || loans.has(surface)) return null;
  const read = /\d/.test(surface) ? readVni(surface) : (readTelex(surface) ?? shorten(surface));
  return read === surface ? null : read;
}

/** `khôông`, `khooong`, `dddăng`: letters drawn out. */
function shorten(surface: string): string | null {
  const short = surface.replace(/(\p{L})\1+/gu, '$1');
  if (short === surface) return null;
  return isSyllable(syllableOf(short).term) ? short : readTelex(short);
}

interface Parts {
  letters: string[];
  tone: number;
}

function takeApart(surface: string): Parts {
  const parts: Parts = { letters: [], tone: 0 };
  for (const char of surface.normalize('NFD')) {
    const tone = toneMarks.indexOf(char);
    const last = parts.letters.at(-1);
    if (tone > 0) parts.tone = tone;
    else if (/\p{M}/u.test(char) && last) parts.letters[parts.letters.length - 1] = (last + char).normalize('NFC');
    else parts.letters.push(char);
  }
  return parts;
}

function readTelex(surface: string): string | null {
  const { letters, tone } = takeApart(surface);
  const out: Parts = { letters: [], tone };
  for (const [index, letter] of letters.entries()) {
    const last = out.letters.at(-1);
    const hasVowel = out.letters.some((one) => vowels.test(one));
    if (letter === last && /[âêôăơưđ]/.test(letter)) continue;
    if (letter === last && letter === 'u') continue;
    if (telexTones[letter] && hasVowel && !(letter === 'r' && last === 't')) out.tone = telexTones[letter];
    else if (letter === 'w') applyHorn(out.letters) || out.letters.push('ư');
    else if (letter === last && circumflex[letter]) out.letters[out.letters.length - 1] = circumflex[letter];
    else if (letter === 'd' && last === 'đ') continue;
    else if (letter === 'o' && last === 'ư') out.letters.push('ơ');
    else if (letter === 'd' && last === 'd') out.letters[out.letters.length - 1] = 'đ';
    else if (letter === 'd' && index === letters.length - 1 && out.letters[0] === 'd') out.letters[0] = 'đ';
    else out.letters.push(letter);
  }
  return putTogether(out);
}

function readVni(surface: string): string | null {
  if (!/^\p{L}{1,}/u.test(surface) || surface.replace(/\d/g, '').length < 2) return null;
  const out: Parts = { letters: [], tone: 0 };
  for (const letter of takeApart(surface).letters) {
    const place = (shapes: Readonly<Record<string, string>>, only: string) => {
      const at = out.letters.findLastIndex((one) => only.includes(one));
      const shaped = shapes[out.letters[at] ?? ''];
      if (shaped) out.letters[at] = shaped;
      return shaped !== undefined;
    };
    if (vniTones[letter]) out.tone = vniTones[letter];
    else if (letter === '6' && place(circumflex, 'aeo')) continue;
    else if (letter === '7' && applyHorn(out.letters)) continue;
    else if (letter === '8' && place(horn, 'a')) continue;
    else if (letter === '9' && out.letters[0] === 'd') out.letters[0] = 'đ';
    else if (/\d/.test(letter)) return null;
    else out.letters.push(letter);
  }
  return putTogether(out);
}

/** w (telex) or 7 (VNI): `uo` → `ươ`, else the last a, o or u. */
function applyHorn(letters: string[]): boolean {
  const at = letters.findLastIndex((letter) => letter in horn);
  const shaped = horn[letters[at] ?? ''];
  if (!shaped) return false;
  letters[at] = shaped;
  if (shaped === 'ơ' && letters[at - 1] === 'u' && letters[at - 2] !== 'q') letters[at - 1] = 'ư';
  return true;
}

function putTogether({ letters, tone }: Parts): string | null {
  const toneless = letters.join('');
  const { term } = syllableOf(toneless);
  if (/[ăâ]$/.test(toneless) || !isSyllable(term) || !takesTone(term, tone === 0 ? '' : String(tone))) return null;
  if (tone === 0) return toneless;
  const at = toneAt(letters);
  return letters
    .map((letter, index) => (index === at ? (letter + (toneMarks[tone] ?? '')).normalize('NFC') : letter))
    .join('');
}

/** Which letter carries the tone: a shaped vowel, else the last before a consonant, else the last but one. */
function toneAt(letters: readonly string[]): number {
  const shaped = letters.findLastIndex((letter) => /[ăâêôơư]/.test(letter));
  if (shaped >= 0) return shaped;
  const skip = /^(?:qu|gi(?=[aeiouy]))/.test(letters.join('')) ? 2 : 0;
  const places = [...letters.keys()].filter((at) => at >= skip && vowels.test(letters[at] ?? ''));
  const last = places.at(-1) ?? letters.length - 1;
  return places.length > 1 && last === letters.length - 1 ? (places.at(-2) ?? last) : last;
}
