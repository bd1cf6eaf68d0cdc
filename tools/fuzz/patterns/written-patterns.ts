/** Every regular expression that stands in a file of the server. */
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { type Literal, parse } from 'acorn';
import { simple } from 'acorn-walk';
import type { Pattern } from './pattern.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const elsewhere = /\.test\.ts$|\.slow\.|\/(?:page|chat-page|simulator|test-[^/]*)[/.]/;

export function writtenPatterns(): readonly Pattern[] {
  const files = globSync('{*.ts,{bot,knowledge,retrieval,channels,serve}/**/*.ts}', { cwd: root });
  return files.filter((file) => !elsewhere.test(file)).flatMap(patternsOf);
}

function patternsOf(file: string): readonly Pattern[] {
  const program = parse(stripTypeScriptTypes(readFileSync(join(root, file), 'utf8')), {
    ecmaVersion: 'latest',
    sourceType: 'module',
  });
  const found: Pattern[] = [];
  const Literal = ({ regex }: Literal) => {
    if (regex) found.push({ source: regex.pattern, flags: regex.flags, at: file });
  };
  simple(program, { Literal });
  return found;
}
