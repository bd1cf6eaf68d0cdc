/** Lines of a file as a stream: one that is far too long is named and skipped, and never held in memory. */
import { createReadStream } from 'node:fs';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** `null` for a line longer than the limit, or one that is no UTF-8. */
  readonly text: string | null;
  /** Why there is no text. */
  readonly refused?: 'too-long' | 'not-utf8';
}

const newLine = 0x0a;

/** @param longest bytes of a line. Rejects when the file cannot be read. */
export async function* readLines(file: string, longest: number): AsyncGenerator<Line> {
  let number = 1;
  let parts: Buffer[] = [];
  let length = 0;
  const finish = (): Line => {
    const line = lineOf(number, length > longest ? null : Buffer.concat(parts));
    number += 1;
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(newLine); at >= 0; at = chunk.indexOf(newLine, from)) {
      length += at - from;
      if (length <= longest) parts.push(chunk.subarray(from, at));
      yield finish();
      from = at + 1;
    }
    length += chunk.length - from;
    if (length <= longest) parts.push(chunk.subarray(from));
    else parts = [];
  }
  if (length > 0) yield finish();
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function lineOf(number: number, bytes: Buffer | null): Line {
  if (bytes === null) return { number, text: null, refused: 'too-long' };
  try {
    return { number, text: utf8.decode(bytes) };
  } catch {
    return { number, text: null, refused: 'not-utf8' };
  }
}
