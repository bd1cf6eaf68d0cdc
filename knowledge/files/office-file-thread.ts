/** The thread that reads one file: it may hang or run out of memory, and the program that started it lives on. */
import { open } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { ContentError, type FileErrorCode } from './file-error.ts';
import type { FileLimits, OfficeKind, RawContent } from './office-file.ts';
import { parseOfficeFile } from './parse-office-file.ts';

/** What the thread is started with, and what it says once. */
export interface ThreadTask {
  readonly file: string;
  readonly limits: FileLimits;
}
export type ThreadReply =
  | { readonly kind: OfficeKind; readonly content: RawContent; readonly sha256: string }
  | { readonly refused: FileErrorCode; readonly detail: string | null };

async function read({ file, limits }: ThreadTask): Promise<ThreadReply> {
  try {
    const bytes = await readAtMost(file, limits.bytes);
    const { createHash } = await import('node:crypto');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { ...(await parseOfficeFile(bytes, limits)), sha256 };
  } catch (error) {
    if (error instanceof ContentError)
      return { refused: error.code, detail: error.message === error.code ? null : error.message };
    // A parser met what it does not know, or nesting too deep for the stack.
    return { refused: 'file-corrupted', detail: null };
  }
}

/** The file may grow between the look at its size and the reading: no more than `most` bytes are ever read. */
async function readAtMost(file: string, most: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size > most) throw new ContentError('file-too-large');
    const bytes = Buffer.alloc(size);
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await handle.read(bytes, filled, size - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await handle.close();
  }
}

parentPort?.postMessage(await read(workerData as ThreadTask));
