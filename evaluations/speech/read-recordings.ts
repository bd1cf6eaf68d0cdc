/** Recordings that a province has made: WAV files and, in `said.jsonl`, what was said in each. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';

const line = z.object({
  /** Beside `said.jsonl`. */
  file: z.string().refine((name) => basename(name) === name && /\.wav$/i.test(name), 'the name of a .wav file'),
  /** Word for word. */
  text: z.string().trim().min(1),
  /** `north`, `central`, `south`, or finer; as the province groups them. */
  region: z.string().max(60).optional(),
  /** `60-69`, … */
  age: z.string().max(60).optional(),
});

export interface Recording extends z.infer<typeof line> {
  readonly bytes: Uint8Array;
}

/** What was recorded cannot be measured by: no list, a line that is none, a file that is not there. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  readonly code = 'recording';
}

/** @throws {RecordingError} naming the line. */
export function readRecordings(folder: string): readonly Recording[] {
  const list = join(folder, 'said.jsonl');
  if (!existsSync(list))
    throw new RecordingError(`${list} is missing: one line {"file", "text", "region", "age"} for each recording`);
  const lines = readFileSync(list, 'utf8').split('\n');
  return lines.flatMap((text, index) => (text.trim() === '' ? [] : [recordingOf(folder, text, index + 1)]));
}

function recordingOf(folder: string, text: string, number: number): Recording {
  const read = line.safeParse(jsonOf(text));
  if (!read.success)
    throw new RecordingError(
      `said.jsonl, line ${number}: ${read.error.issues.map(({ message }) => message).join('; ')}`,
    );
  const file = join(folder, read.data.file);
  if (!existsSync(file)) throw new RecordingError(`said.jsonl, line ${number}: there is no ${file}`);
  return { ...read.data, bytes: readFileSync(file) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
