/** Reads a Word, Excel, PDF, HTML or RTF file safely: within limits, in a thread that is killed when it hangs or swells. */
import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { OfficeFileError } from './file-error.ts';
import { type FileLimits, type OfficeFile, type OfficePart, type RawContent, usualLimits } from './office-file.ts';
import type { ThreadReply, ThreadTask } from './office-file-thread.ts';

/** What was read, with the SHA-256 of the file as lower-case hex. */
export interface ReadFile extends OfficeFile {
  readonly sha256: string;
}

/**
 * Text comes in Unicode NFC, old fonts converted; nothing in the file is run and nothing it points at is fetched.
 *
 * @param limits those not given are {@link usualLimits}.
 * @throws {OfficeFileError} whose code says why the file is refused, and whose message (Vietnamese) what to do.
 */
export async function readOfficeFile(file: string, limits: Partial<FileLimits> = {}): Promise<ReadFile> {
  const task = { file, limits: { ...usualLimits, ...limits } };
  await checkBefore(task);
  const reply = await runThread(task);
  if ('refused' in reply) throw new OfficeFileError(reply.refused, file, reply.detail);
  return { kind: reply.kind, sha256: reply.sha256, ...completed(reply.content, file, task.limits) };
}

/** Nothing is read of a file that is too large. */
async function checkBefore({ file, limits }: ThreadTask): Promise<void> {
  const found = await stat(file).catch((cause: unknown) => {
    throw new OfficeFileError('file-missing', file, null, { cause });
  });
  if (!found.isFile()) throw new OfficeFileError('file-not-regular', file);
  if (found.size > limits.bytes) {
    const [size, most] = [found.size, limits.bytes].map((bytes) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0));
    throw new OfficeFileError('file-too-large', file, `${size} MB, nhiều nhất ${most} MB`);
  }
}

/** How often the memory is looked at, ms. */
const lookEvery = 100;

function runThread(task: ThreadTask): Promise<ThreadReply> {
  const { file, limits } = task;
  const { promise, resolve, reject } = Promise.withResolvers<ThreadReply>();
  const thread = new Worker(new URL('./office-file-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, stackSizeMb: 8 },
    stdout: true,
    stderr: true,
    env: {},
  });
  const before = process.memoryUsage.rss();
  // The limit above counts objects alone; what a parser unpacks lies in buffers beside them.
  const look = setInterval(() => {
    if (process.memoryUsage.rss() - before > limits.memoryMb * 1_000_000)
      reject(new OfficeFileError('file-too-much-memory', file));
  }, lookEvery);
  const timer = setTimeout(() => reject(new OfficeFileError('file-too-slow', file)), limits.ms);
  thread.once('message', resolve);
  thread.once('error', (cause: NodeJS.ErrnoException) => {
    const full = cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
    reject(new OfficeFileError(full ? 'file-too-much-memory' : 'file-corrupted', file, null, { cause }));
  });
  thread.once('exit', () => reject(new OfficeFileError('file-corrupted', file)));
  return promise.finally(() => {
    clearInterval(look);
    clearTimeout(timer);
    return thread.terminate();
  });
}

function completed(raw: RawContent, file: string, limits: FileLimits): Omit<OfficeFile, 'kind'> {
  const { parts, cut } = cutTo(raw.parts, limits.characters);
  if (parts.length === 0) throw new OfficeFileError('file-without-text', file);
  const paragraphs = parts.filter((part) => part.kind === 'paragraph');
  const tables = parts.flatMap((part) => (part.kind === 'table' ? [part.rows] : []));
  const title = raw.title ?? paragraphs.find(({ heading }) => heading !== null)?.text ?? null;
  const warnings = cut ? [...raw.warnings, `Tệp quá dài: chỉ giữ ${limits.characters} chữ đầu.`] : raw.warnings;
  return { title, parts, paragraphs, tables, warnings };
}

const lengthOf = (part: OfficePart) =>
  part.kind === 'paragraph' ? part.text.length : part.rows.reduce((sum, row) => sum + row.join('').length, 0);

function cutTo(parts: readonly OfficePart[], most: number): { parts: readonly OfficePart[]; cut: boolean } {
  let left = most;
  const end = parts.findIndex((part) => {
    left -= lengthOf(part);
    return left < 0;
  });
  return end < 0 ? { parts, cut: false } : { parts: parts.slice(0, end), cut: true };
}
