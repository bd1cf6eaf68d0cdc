/** A text as the words that names of places are made of. */
import { fold } from '../../retrieval/index.ts';

export interface PlaceWord {
  /** Without marks, a `y` that may be an `i` as `i` (Mỹ, Mĩ; not Tây): the same for all ways of writing one name. */
  readonly key: string;
  /** With marks, the tone at the end: `thuỷ` and `thủy` are one. */
  readonly marked: string;
  /** What stands between it and the word before: names cross nothing, a kind may stand before its name with a stop. */
  readonly gap: 'none' | 'stop' | 'break';
}

/** Words read of a text: no question about a place needs more, and the time stays bounded. */
const mostWords = 160;

/** A day ("1/7", "01-07-2025") is no number of a ward. */
const days = /(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,4}(\s?[/.-]\s?\d{2,4})?(?!\d)/g;
const apostrophes = /['’‘`´ʼ]/g;

/** The first words of a text; digits stand apart from letters (`p7` is `p`, `7`). Never throws. */
export function readPlaceWords(text: string, read: (piece: string) => Spelling = spellingOf): readonly PlaceWord[] {
  const plain = text.slice(0, 3000).normalize('NFC').toLowerCase().replace(apostrophes, '').replace(days, ' ; ');
  const words: PlaceWord[] = [];
  let gap = 'none' as PlaceWord['gap'];
  for (const [piece] of plain.matchAll(/\p{L}+\p{M}*|\d+|[.,;:!?()\n"“”«»]/gu)) {
    if (/^[\p{L}\d]/u.test(piece)) {
      words.push({ ...read(piece), gap });
      if (words.length === mostWords) break;
      gap = 'none';
    } else gap = piece === '.' && gap !== 'break' ? 'stop' : 'break';
  }
  return words;
}

type Spelling = Pick<PlaceWord, 'key' | 'marked'>;
const spellingOf = (piece: string): Spelling => ({ key: keyOf(piece), marked: markedOf(piece) });

/** The tables' names are made of some two thousand syllables: each is spelt out once. */
const known = new Map<string, Spelling>();

/** The words of a name of the tables, without gaps. Not for texts of citizens: it remembers what it reads. */
export function readName(name: string): readonly PlaceWord[] {
  return readPlaceWords(name, (piece) => {
    const spelling = known.get(piece) ?? spellingOf(piece);
    known.set(piece, spelling);
    return spelling;
  }).map((word) => ({ ...word, gap: 'none' }));
}

function keyOf(word: string): string {
  if (/^\d/.test(word)) return word.replace(/^0+(?=\d)/, '');
  return fold(word).replace(vowelY, 'i');
}

const vowelY = /(?<![aâă])y/g;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

function markedOf(word: string): string {
  const apart = word.normalize('NFD');
  return apart.replace(tones, '').normalize('NFC').replace(vowelY, 'i') + (apart.match(tones)?.join('') ?? '');
}

/** The letters of a marked word without its tone. */
const letters = (marked: string) => marked.replace(tones, '');
const rising = /[\u0303\u0309]/;

/**
 * How well a typed word agrees with a word of a name that has the same key: 1 the same; 0.95 typed without a mark, or
 * 0.8 when the words beside it have theirs; 0.9 hỏi for ngã or ngã for hỏi; 0.7 another tone; 0.5 another letter (ă for
 * â, đ for d).
 */
export function agreement(typed: PlaceWord, name: PlaceWord, besideMarks: boolean): number {
  if (typed.marked === name.marked) return 1;
  if (!hasMarks(typed)) return besideMarks ? 0.8 : 0.95;
  if (letters(typed.marked) !== letters(name.marked)) return 0.5;
  return rising.test(typed.marked) && rising.test(name.marked) ? 0.9 : 0.7;
}

export const hasMarks = ({ key, marked }: PlaceWord): boolean => key !== marked;
