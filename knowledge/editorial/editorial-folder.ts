/**
 * The versions of what editors approved, one file each: `000007.json`. The highest number serves; a version appears by
 * one rename and is never changed, so a reader sees all of it or nothing.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type EditorialVersion, editorialVersionSchema } from './entry.ts';

/** A version on disk cannot be read; what served before goes on serving. */
export class EditorialFileError extends Error {
  readonly code = 'editorial-file';
}

/** Versions kept, the serving one among them. */
const mostKept = 20;
const questionsFile = 'questions.jsonl';

const fileSchema = z.object({ digest: z.string(), version: editorialVersionSchema });

/** Numbers of the finished versions, oldest first; [] where nothing was approved. */
export function editorialNumbers(folder: string): readonly number[] {
  try {
    return readdirSync(folder)
      .flatMap((name) => /^(\d{6})\.json$/.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Changes with what serves. Cheap enough to ask every few seconds. */
export function editorialFingerprint(folder: string): string {
  const number = editorialNumbers(folder).at(-1);
  if (number === undefined) return 'nothing approved';
  const made = statSync(join(folder, nameOf(number)), { throwIfNoEntry: false });
  return `approved ${number} ${made?.mtimeMs ?? 'gone'}`;
}

/** The version that serves; `null` where nothing was ever approved. @throws {EditorialFileError} */
export function readEditorial(folder: string): EditorialVersion | null {
  const number = editorialNumbers(folder).at(-1);
  return number === undefined ? null : readEditorialVersion(folder, number);
}

/** @throws {EditorialFileError} when it was cut off, changed by hand, or is in no form that we know. */
export function readEditorialVersion(folder: string, number: number): EditorialVersion {
  const file = join(folder, nameOf(number));
  const broken = (why: string, cause?: unknown) =>
    new EditorialFileError(
      `${file} ${why}. Remove it: the version before it serves, and the program writes it anew from its store.`,
      { cause },
    );
  let parsed: z.infer<typeof fileSchema>;
  try {
    parsed = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw broken('cannot be read', cause);
  }
  if (parsed.digest !== digestOf(parsed.version)) throw broken('was changed by hand');
  return parsed.version;
}

/** Writes a version, and its questions beside it. A file of this number is replaced; later ones were of another store and go. */
export function writeEditorial(folder: string, version: EditorialVersion): void {
  mkdirSync(folder, { recursive: true });
  const known = editorialVersionSchema.parse(version);
  const lines = known.questions.map((question) => `${JSON.stringify(question)}\n`).join('');
  writeWhole(join(folder, questionsFile), lines);
  writeWhole(
    join(folder, nameOf(version.number)),
    JSON.stringify({ digest: digestOf(known), version: known }, null, 1),
  );
  const numbers = editorialNumbers(folder);
  const old = numbers.filter((number) => number <= version.number).slice(0, -mostKept);
  for (const number of [...old, ...numbers.filter((one) => one > version.number)])
    rmSync(join(folder, nameOf(number)), { force: true });
}

function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, text);
  const handle = openSync(draft, 'r');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, file);
}

const nameOf = (number: number): string => `${String(number).padStart(6, '0')}.json`;

/** Over what the schema keeps, in its order: the same for the same content. */
const digestOf = (version: EditorialVersion): string =>
  createHash('sha256').update(JSON.stringify(version)).digest('hex').slice(0, 32);
