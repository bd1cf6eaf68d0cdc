/** Where the reading of an RTF file stands. */
import type { RtfDocument } from './rtf-document.ts';
import { decodeIn, pageOf, type RtfFont } from './rtf-fonts.ts';

export type Place = 'body' | 'skip' | 'fonts' | 'styles';

/** What holds until the group ends. */
export interface State {
  place: Place;
  font: number;
  bold: boolean;
  hidden: boolean;
  /** Signs that stand for a Unicode letter in old programs, and are stepped over. */
  fallback: number;
}

/** Changed in place, token by token. */
export interface Reader {
  readonly document: RtfDocument;
  readonly fonts: Map<number, RtfFont>;
  readonly styles: Map<number, number>;
  readonly stack: State[];
  state: State;
  filePage: number;
  defaultFont: number;
  style: number;
  outline: number | null;
  inTable: boolean;
  toSkip: number;
  /** Bytes that are not decoded yet: a letter may take two. */
  bytes: number[];
  styleName: string;
  justOpened: boolean;
}

const fontOf = ({ state, fonts, defaultFont }: Reader) => fonts.get(state.font < 0 ? defaultFont : state.font);

/** Hands the bytes on as text in the code page of their font. */
export function flush(reader: Reader): void {
  if (reader.bytes.length === 0) return;
  const text = decodeIn(pageOf(fontOf(reader), reader.filePage), reader.bytes);
  reader.bytes = [];
  say(reader, text);
}

/** Adds text to the document, where it is shown at all. */
export function say(reader: Reader, text: string): void {
  const { place, hidden, bold } = reader.state;
  if (place === 'body' && !hidden) reader.document.add({ text, font: fontOf(reader)?.name ?? '', bold });
}
