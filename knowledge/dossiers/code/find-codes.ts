/** Finds dossier codes in a text, however they are typed or said. */
import { type Heard, readHead, readTail } from './code-form.ts';
import { hearDigits, type Reading, type Signs } from './hear-digits.ts';
import { type Sign, signsOf } from './spoken-signs.ts';

export interface FoundCode {
  /** In the form of the one-stop system: `000.00.12.H38-260915-0042` or `H38.12-260915-0042`. */
  readonly code: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly signs: readonly Sign[];
}

const pieces = /\p{L}\p{M}*(?:\p{L}|\p{M})*|\d+|[^\s\p{L}\p{M}\d]/gu;
const headDigits = 7;
const tailDigits = 16;
/** A head is said in so many pieces at most. */
const headPieces = 24;

/** Every code in the text, in order; none overlaps another. */
export function findDossierCodes(text: string): readonly FoundCode[] {
  const all = piecesOf(text);
  const signs = all.map((piece) => piece.signs);
  const found: FoundCode[] = [];
  let free = 0;
  for (let at = 0; at < all.length; at += 1) {
    if (at < free) continue;
    const one = codeAt(signs, at, free);
    const [first, last] = [all[one?.from ?? -1], all[(one?.to ?? 0) - 1]];
    if (!one || !first || !last) continue;
    found.push({ code: one.code, start: first.start, end: last.end });
    free = one.to;
  }
  return found;
}

/** The code that a text is as a whole, `null` when it is none or more than that. */
export function readDossierCode(text: string): string | null {
  const [only, ...more] = findDossierCodes(text);
  return only && more.length === 0 ? only.code : null;
}

function piecesOf(text: string): Piece[] {
  const found: Piece[] = [];
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    found.push({ start: index, end: index + piece.length, signs: signsOf(piece.normalize('NFC')) });
  }
  return found;
}

interface CodeAt {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** The code whose letter stands at `at`. */
function codeAt(signs: Signs, at: number, free: number): CodeAt | null {
  const letter = (signs[at] ?? []).find((sign) => sign.kind === 'letter');
  if (!letter) return null;
  const tails = hearDigits(signs, at + 1, tailDigits).flatMap((reading) => {
    const tail = readTail(reading);
    return tail && endsWithDigit(signs, reading) ? [{ ...tail, end: reading.end }] : [];
  });
  if (tails.length === 0) return null;
  const head = headBefore(signs, at, free);
  const likeliest = tails.toSorted((a, b) => a.doubt - b.doubt || b.end - a.end);
  const behindHead = likeliest.find(({ hasGroup }) => !hasGroup);
  if (head && behindHead)
    return { code: `${head.text}${letter.letter}${behindHead.text}`, from: head.from, to: behindHead.end };
  const [alone] = likeliest;
  return alone ? { code: `${letter.letter}${alone.text}`, from: at, to: alone.end } : null;
}

/** A comma or a "rồi" behind the last digit is no part of the code. */
const endsWithDigit = (signs: Signs, { end }: Reading): boolean =>
  (signs[end - 1] ?? []).some(({ kind }) => kind !== 'filler' && kind !== 'dot' && kind !== 'dash');

function headBefore(signs: Signs, at: number, free: number): { text: string; from: number } | null {
  const first = Math.max(free, at - headPieces);
  for (let from = at - 1; from >= first; from -= 1) {
    if ((signs[from] ?? []).length === 0) return null;
    const text = isNumber(signs[from] ?? []) ? headOf(hearDigits(signs, from, headDigits), at) : null;
    if (text) return { text, from };
  }
  return null;
}

const isNumber = (signs: readonly Sign[]): boolean => signs.some(({ kind }) => kind === 'digits' || kind === 'ten');

const headOf = (readings: readonly Reading[], end: number): string | null =>
  readings
    .filter((reading) => reading.end === end)
    .map((heard: Heard) => readHead(heard))
    .find((text) => text !== null) ?? null;
