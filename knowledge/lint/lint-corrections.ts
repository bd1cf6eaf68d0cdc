/** A correction lifts the fact check at its path: it must name one field that exists, and say where it knows it from. */
import type { Guide } from '../guide.ts';
import type { LintNote } from './lint-note.ts';

/** A path of one word would lift the check of a whole list at once. */
const lists = new Set(['filing', 'papers', 'steps', 'conditions', 'results', 'legalBasis', 'mistakes', 'tips']);

export function lintCorrections(guides: readonly Guide[]): LintNote[] {
  return guides.flatMap((guide) =>
    guide.corrections.flatMap(({ path }, index): LintNote[] => {
      const note = (says: string): LintNote[] => [
        { grade: 'error', code: guide.code, path: `corrections.${index}`, says },
      ];
      if (lists.has(path)) return note(`"${path}" would lift every check of the list: name one entry`);
      return exists(guide, path) ? [] : note(`there is no "${path}" in this guide`);
    }),
  );
}

/** Laws are named by their published number, rows of the record by their own path; all else by the guide's fields. */
function exists(guide: Guide, path: string): boolean {
  if (/^(?:legalBasis\.|methods\.\d|documents\.\d)/.test(path)) return true;
  let node: unknown = guide;
  for (const part of path.split('.')) {
    if (node === null || typeof node !== 'object' || !(part in node)) return false;
    node = (node as Readonly<Record<string, unknown>>)[part];
  }
  return true;
}
