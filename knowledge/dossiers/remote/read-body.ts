/** Reads an answer without trusting its size or its form. */
import { SourceError } from '../source-error.ts';

/** @throws {SourceError} `too-big` beyond `maxBytes`, and then the rest is not even received. */
export async function readBody(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > maxBytes) {
      throw new SourceError(
        'too-big',
        `The one-stop system sent more than ${maxBytes} bytes in one answer. Ask its operator for smaller pages.`,
      );
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** @throws {SourceError} `garbled`, without the parser's own error, which would quote the text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SourceError(
      'garbled',
      `The one-stop system sent ${text.length} signs that are no whole JSON. It is asked again; if this stays, tell its operator.`,
    );
  }
}
