/** Splits a stream into its lines at `\n` alone: JSON may hold other line separators (U+2028) within a text. */
import type { Readable } from 'node:stream';

/** Lines in order, without their ends; a mark of byte order before the first is dropped. */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  let first = true;
  for await (const chunk of input) {
    const text: string = first ? String(chunk).replace(/^\uFEFF/, '') : String(chunk);
    first = false;
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
