/** One way of asking must not lead to two procedures: search could only guess between them. */
import type { Card } from '../card.ts';
import type { Guide } from '../guide.ts';
import { foldText } from '../plain-text.ts';
import { type LintNote, nameOf } from './lint-note.ts';

export function lintWays(entries: readonly (Guide | Card)[]): LintNote[] {
  const owners = new Map<string, string>();
  return entries.flatMap((entry) =>
    entry.ways.flatMap(({ say }, index): LintNote[] => {
      const key = foldText(say);
      const owner = owners.get(key);
      owners.set(key, owner ?? nameOf(entry));
      if (owner === undefined) return [];
      const says =
        owner === nameOf(entry) ? `"${say}" stands there twice` : `"${say}" is also a way of asking for ${owner}`;
      return [{ grade: 'error', code: nameOf(entry), path: `ways.${index}`, says }];
    }),
  );
}
