/** Reads RTF: text, headings and tables. Pictures, embedded objects and fields are stepped over, never run. */
import { ContentError } from '../file-error.ts';
import type { RawContent } from '../office-file.ts';
import { actOn, type WordToken } from './rtf-actions.ts';
import { rtfDocument } from './rtf-document.ts';
import { flush, type Reader, type State } from './rtf-reader.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';
import { levelOfStyle, skipped } from './rtf-words.ts';

const deepest = 2_000;

/** @throws {ContentError} `file-corrupted` for nesting that no program writes. */
export function readRtf(bytes: Buffer): RawContent {
  const state: State = { place: 'body', font: -1, bold: false, hidden: false, fallback: 1 };
  const reader: Reader = {
    document: rtfDocument(),
    fonts: new Map(),
    styles: new Map(),
    stack: [],
    state,
    filePage: 1252,
    defaultFont: 0,
    style: 0,
    outline: null,
    inTable: false,
    toSkip: 0,
    bytes: [],
    styleName: '',
    justOpened: false,
  };
  for (const token of rtfTokens(bytes.toString('latin1'))) take(reader, token);
  flush(reader);
  return { title: null, parts: reader.document.parts(), warnings: [] };
}

function take(reader: Reader, token: RtfToken): void {
  if (token.type === 'byte') takeByte(reader, token.value);
  else if (token.type === 'text') takeText(reader, token.text);
  else takeControl(reader, token);
}

function takeControl(reader: Reader, token: Exclude<RtfToken, { readonly type: 'byte' | 'text' }>): void {
  flush(reader);
  const opened = reader.justOpened;
  reader.justOpened = token.type === 'open' || (token.type === 'word' && token.word === '*' && opened);
  if (token.type === 'open') {
    if (reader.stack.length > deepest) throw new ContentError('file-corrupted');
    reader.stack.push({ ...reader.state });
  } else if (token.type === 'close') {
    if (reader.state.place === 'styles') endStyle(reader);
    reader.state = reader.stack.pop() ?? reader.state;
    reader.toSkip = 0;
  } else takeWord(reader, token, opened);
}

function takeByte(reader: Reader, value: number): void {
  reader.justOpened = false;
  if (reader.toSkip > 0) reader.toSkip -= 1;
  else if (reader.state.place === 'body') reader.bytes.push(value);
}

function takeText(reader: Reader, text: string): void {
  reader.justOpened = false;
  const { state } = reader;
  if (state.place === 'fonts') nameFont(reader, text);
  if (state.place === 'styles') reader.styleName += text;
  if (state.place !== 'body') return;
  const rest = text.slice(reader.toSkip);
  reader.toSkip = Math.max(0, reader.toSkip - text.length);
  // Letters beyond ASCII may stand there as bytes too.
  for (const letter of rest) reader.bytes.push(letter.charCodeAt(0));
}

function nameFont({ fonts, state }: Reader, text: string): void {
  const font = fonts.get(state.font);
  if (font && !font.name.includes(';')) font.name = (font.name + text).trim();
  if (font) font.name = font.name.replace(/;.*$/s, '');
}

function endStyle(reader: Reader): void {
  const level = levelOfStyle(reader.styleName.replace(/;.*$/s, ''));
  if (level !== null) reader.styles.set(reader.style, level);
  reader.styleName = '';
  reader.style = 0;
}

function takeWord(reader: Reader, token: WordToken, opened: boolean): void {
  const { state } = reader;
  const { word } = token;
  if (word === '*' && opened) state.place = state.place === 'body' ? 'skip' : state.place;
  else if (opened && skipped.has(word)) state.place = 'skip';
  else if (opened && word === 'fonttbl') state.place = 'fonts';
  else if (opened && word === 'stylesheet') state.place = 'styles';
  else if (state.place === 'fonts') describeFont(reader, token);
  else if (state.place === 'styles') {
    if (word === 's') reader.style = token.value ?? 0;
  } else if (state.place === 'body') actOn(reader, token);
}

function describeFont({ state, fonts }: Reader, { word, value }: WordToken): void {
  if (word === 'f') {
    state.font = value ?? 0;
    fonts.set(state.font, { name: '', charset: 0 });
  }
  const font = fonts.get(state.font);
  if (word === 'fcharset' && font) font.charset = value ?? 0;
}
