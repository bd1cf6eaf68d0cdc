/** Puts a piece into what is being typed, where the cursor stands. */

export interface Typed {
  readonly text: string;
  /** Where the cursor stands, in letters from the beginning. */
  readonly cursor: number;
}

/** With one space or line between, so that nothing is glued together. */
export function insertText({ text, cursor }: Typed, piece: string): Typed {
  const before = text.slice(0, cursor);
  const after = text.slice(cursor);
  const gap = before === '' || /\s$/.test(before) ? '' : piece.includes('\n') ? '\n' : ' ';
  const tail = after === '' || /^\s/.test(after) ? '' : ' ';
  const put = `${before}${gap}${piece}`;
  return { text: `${put}${tail}${after}`, cursor: put.length };
}

/** For looking things up in a short list: without marks, without capitals. */
export const foldText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase().trim();
