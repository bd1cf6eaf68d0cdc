/** Reads one YAML file against a schema and says file, line, field and reason when it does not fit. */
import { readFileSync, statSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** A file of the knowledge is broken: the program must not start with it. */
export class KnowledgeFileError extends Error {
  readonly code = 'knowledge-file';
  readonly problems: readonly string[];
  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(`The knowledge cannot be loaded:\n${problems.map((problem) => `  ${problem}`).join('\n')}`, options);
    this.name = 'KnowledgeFileError';
    this.problems = problems;
  }
}

const largestFile = 1_000_000;
/** One slip breaks all that follows it. */
const mostSaid = 5;

/**
 * Parses and validates one file.
 *
 * @throws {KnowledgeFileError} naming `file:line: field: reason` for every problem of the file.
 */
export function loadYaml<T>(file: string, schema: z.ZodType<T>): T {
  const text = readText(file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    throw new KnowledgeFileError(
      document.errors
        .slice(0, mostSaid)
        .map((error) => `${file}:${lineAt(error.pos[0])}: ${error.message.split('\n')[0]}`),
    );
  }
  const parsed = schema.safeParse(unfold(document, file));
  if (parsed.success) return parsed.data;
  throw new KnowledgeFileError(
    parsed.error.issues.map((issue) => {
      const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
      return `${file}:${lineAt(offsetOf(document, path))}: ${path.join('.') || '(file)'}: ${issue.message}`;
    }),
  );
}

/** The size is looked at first: a file of gigabytes must not fill the memory. */
function readText(file: string): string {
  const problem = (what: string, options?: ErrorOptions) => new KnowledgeFileError([`${file}:1: ${what}`], options);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw problem('there is no such file');
  if (!found.isFile()) throw problem('is a folder or a device: a file is needed');
  if (found.size > largestFile) throw problem('larger than 1 MB: split it');
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw problem('cannot be read: give the user of the program the right to', { cause });
  }
}

/** Aliases are not needed in guides; a small limit keeps a "billion laughs" file from filling the memory. */
function unfold(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 10 });
  } catch (cause) {
    throw new KnowledgeFileError([`${file}:1: too many aliases (*name): write the values out`], { cause });
  }
}

/** Offset of the nearest node that exists on the way to `path`; a missing field points at its parent. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
