/** What is read of an office file, whatever program wrote it. */

export const officeKinds = ['docx', 'xlsx', 'pdf', 'html', 'mhtml', 'rtf', 'text'] as const;
/** By the content of the file, never by its name: an old `.doc` is often `html`, `mhtml` or `rtf`. */
export type OfficeKind = (typeof officeKinds)[number];

export interface Paragraph {
  /** In Unicode NFC, one line, white space made single; never empty. */
  readonly text: string;
  /** 1 (highest) to 6 where the file's own styles say that it is a heading. */
  readonly heading: number | null;
  /** The whole paragraph is bold: often a heading that nobody styled as one. */
  readonly bold: boolean;
}

/** Rows of cells; a cell's paragraphs are joined by line ends, a cell without content is ''. */
export type Table = readonly (readonly string[])[];

/** A part of the file in the order of reading. */
export type OfficePart =
  | ({ readonly kind: 'paragraph' } & Paragraph)
  | {
      readonly kind: 'table';
      /** Of the worksheet; `null` in other kinds. */
      readonly name: string | null;
      readonly rows: Table;
    };

export interface OfficeFile {
  readonly kind: OfficeKind;
  /** From the file's own properties, else its first heading, else `null`. */
  readonly title: string | null;
  readonly parts: readonly OfficePart[];
  /** The paragraphs outside tables, in order. */
  readonly paragraphs: readonly Paragraph[];
  /** The tables (of `.xlsx`: the worksheets), in order. */
  readonly tables: readonly Table[];
  /** Vietnamese sentences for the officer: what was converted, cut or left out. */
  readonly warnings: readonly string[];
}

/** What a parser gives; title and lists are completed from it. */
export interface RawContent {
  readonly title: string | null;
  readonly parts: readonly OfficePart[];
  readonly warnings: readonly string[];
}

export interface FileLimits {
  /** Of the file as it lies on disk. */
  readonly bytes: number;
  /** Of all that is packed in it (docx, xlsx). */
  readonly unpackedBytes: number;
  /** Unpacked size by packed size, from 1 MB unpacked on; office files stay below 60. */
  readonly ratio: number;
  /** Files inside the package. */
  readonly entries: number;
  /** Time to read, ms. Then the reading is killed. */
  readonly ms: number;
  /** Memory the reading may take, MB. Then it is killed. */
  readonly memoryMb: number;
  /** Characters of text kept; the rest is cut, with a warning. */
  readonly characters: number;
}

export const usualLimits: FileLimits = {
  bytes: 50_000_000,
  unpackedBytes: 400_000_000,
  ratio: 200,
  entries: 5_000,
  ms: 60_000,
  memoryMb: 700,
  characters: 20_000_000,
};
