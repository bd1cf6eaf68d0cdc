/** Reads plain text: every line is a paragraph. */
import type { RawContent } from './office-file.ts';
import { cleanLine } from './text-lines.ts';

export const readText = (text: string): RawContent => ({
  title: null,
  parts: text
    .split(/\r\n|[\n\r\f]/)
    .map(cleanLine)
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', text: line, heading: null, bold: false })),
  warnings: [],
});
