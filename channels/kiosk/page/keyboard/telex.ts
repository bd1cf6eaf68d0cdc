/** Typing Vietnamese by Telex on the last word of a text. Bare letters stay bare: nobody has to know Telex. */
import { hasVowel, putTone, type Tone, toneOf, withoutTone } from './tone.ts';

const toneKeys: Readonly<Record<string, Tone>> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
  z: '',
};
const roofs: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };
const horns: Readonly<Record<string, string>> = { u: 'ư', o: 'ơ', a: 'ă' };
const bare: Readonly<Record<string, string>> = { ư: 'u', ơ: 'o', ă: 'a' };

/** The text after this letter key. */
export function typeTelex(text: string, key: string): string {
  const [word = ''] = /\p{L}*$/u.exec(text) ?? [];
  const next = toned(word, key) ?? crossed(word, key) ?? roofed(word, key) ?? horned(word, key) ?? append(word, key);
  return text.slice(0, text.length - word.length) + next;
}

/** A letter that has its mark already, from its own key. */
export function typeLetter(text: string, key: string): string {
  const [word = ''] = /\p{L}*$/u.exec(text) ?? [];
  return text.slice(0, text.length - word.length) + append(word, key);
}

/** The last word with this tone; pressed again it is taken off. */
export function typeTone(text: string, tone: Tone): string {
  const [word = ''] = /\p{L}*$/u.exec(text) ?? [];
  if (!hasVowel(word)) return text;
  return text.slice(0, text.length - word.length) + putTone(word, toneOf(word) === tone ? '' : tone);
}

const append = (word: string, key: string): string =>
  /\p{L}/u.test(key) && toneOf(word) ? putTone(withoutTone(word) + key, toneOf(word)) : word + key;

function toned(word: string, key: string): string | null {
  const tone = toneKeys[key.toLowerCase()];
  if (tone === undefined || !hasVowel(word)) return null;
  const now = toneOf(word);
  if (tone === '') return now === '' ? null : withoutTone(word);
  return now === tone ? withoutTone(word) + key : putTone(word, tone);
}

/** `dd` → `đ`; a third takes it back. */
function crossed(word: string, key: string): string | null {
  if (key.toLowerCase() !== 'd') return null;
  if (/^d/i.test(word)) return (word[0] === 'D' ? 'Đ' : 'đ') + word.slice(1);
  return /^đ/iu.test(word) ? (word[0] === 'Đ' ? 'D' : 'd') + word.slice(1) + key : null;
}

/** `aa` → `â`, also with letters in between; a third takes it back. */
function roofed(word: string, key: string): string | null {
  const roof = roofs[key.toLowerCase()];
  if (!roof) return null;
  return (
    swapLast(word, { [key.toLowerCase()]: roof }) ??
    (withoutTone(word).toLowerCase().includes(roof)
      ? (swapLast(word, { [roof]: key.toLowerCase() }) ?? word) + key
      : null)
  );
}

/** `w` after u, o, a gives ư, ơ, ă; `uow` gives `ươ`; alone it is `ư`. */
function horned(word: string, key: string): string | null {
  if (key.toLowerCase() !== 'w') return null;
  const plain = withoutTone(word);
  if (/uo|ưo|uơ/iu.test(plain)) return swapEach(word, { u: 'ư', o: 'ơ' });
  if (/ua/i.test(plain) && !/qua/i.test(plain)) return swapLast(word, { u: 'ư' });
  const next = swapLast(word, horns);
  if (next !== null) return next;
  const undone = swapLast(word, bare);
  return undone === null ? word + (key === 'W' ? 'Ư' : 'ư') : undone + key;
}

/** The last letter that the table knows, replaced; `null`: none. The tone stays, at its place. */
function swapLast(word: string, table: Readonly<Record<string, string>>): string | null {
  const letters = [...withoutTone(word)];
  const at = letters.findLastIndex((letter) => letter.toLowerCase() in table);
  return at < 0
    ? null
    : putTone(letters.map((letter, i) => (i === at ? swap(letter, table) : letter)).join(''), toneOf(word));
}

const swapEach = (word: string, table: Readonly<Record<string, string>>): string =>
  putTone([...withoutTone(word)].map((letter) => swap(letter, table)).join(''), toneOf(word));

function swap(letter: string, table: Readonly<Record<string, string>>): string {
  const other = table[letter.toLowerCase()];
  if (!other) return letter;
  return letter === letter.toLowerCase() ? other : other.toUpperCase();
}
