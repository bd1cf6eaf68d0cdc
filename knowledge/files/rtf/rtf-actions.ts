/** What the control words do that change text, paragraphs and tables. */
import { type Reader, type State, say } from './rtf-reader.ts';
import { characters } from './rtf-words.ts';

export interface WordToken {
  readonly word: string;
  readonly value: number | null;
}

type Action = (reader: Reader, value: number | null) => void;

/** Sets one thing of the group. */
const inGroup =
  (change: (value: number | null) => Partial<State>): Action =>
  ({ state }, value) => {
    Object.assign(state, change(value));
  };
/** Sets one thing of the file or the paragraph. */
const inReader =
  (change: (value: number | null) => Partial<Reader>): Action =>
  (reader, value) => {
    Object.assign(reader, change(value));
  };

const endParagraph: Action = (reader) =>
  reader.document.endParagraph(reader.inTable, reader.outline ?? reader.styles.get(reader.style) ?? null);

const actions: Readonly<Record<string, Action>> = {
  ansicpg: inReader((value) => ({ filePage: value ?? 1252 })),
  deff: inReader((value) => ({ defaultFont: value ?? 0 })),
  f: inGroup((value) => ({ font: value ?? 0 })),
  b: inGroup((value) => ({ bold: value !== 0 })),
  v: inGroup((value) => ({ hidden: value !== 0 })),
  deleted: inGroup((value) => ({ hidden: value !== 0 })),
  plain: inGroup(() => ({ bold: false, hidden: false, font: -1 })),
  uc: inGroup((value) => ({ fallback: value ?? 1 })),
  pard: inReader(() => ({ style: 0, outline: null, inTable: false })),
  s: inReader((value) => ({ style: value ?? 0 })),
  outlinelevel: inReader((value) => ({ outline: value !== null && value < 6 ? value + 1 : null })),
  intbl: inReader(() => ({ inTable: true })),
  par: endParagraph,
  sect: endParagraph,
  page: endParagraph,
  cell: ({ document }) => document.endCell(),
  row: ({ document }) => document.endRow(),
  u: (reader, value) => {
    say(reader, String.fromCharCode(((value ?? 63) + 65_536) % 65_536));
    reader.toSkip = reader.state.fallback;
  },
};

/** Words that are not known change nothing. */
export function actOn(reader: Reader, { word, value }: WordToken): void {
  const character = characters[word];
  if (character !== undefined) say(reader, character);
  else if (Object.hasOwn(actions, word)) actions[word]?.(reader, value);
}
