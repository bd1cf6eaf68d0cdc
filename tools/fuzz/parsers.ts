/** Every parser that faces the outside. `read-…`, `parse-…`, `judge-…` files that are not here stand in `not-outside.ts` with why. */
import { fileParsers } from './file-parsers.ts';
import type { Parser } from './parser.ts';
import { textParsers } from './text-parsers.ts';
import { wireParsers } from './wire-parsers.ts';

export const parsers: readonly Parser[] = [...wireParsers, ...fileParsers, ...textParsers];
