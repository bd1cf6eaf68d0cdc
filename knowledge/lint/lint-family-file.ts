/** Every family of two and more says what tells its members apart, and which is the plain form; and says it of no other. */
import type { Card } from '../card.ts';
import type { Family } from '../family.ts';
import type { Guide } from '../guide.ts';
import { type LintNote, nameOf } from './lint-note.ts';

type Entry = Guide | Card;

export function lintFamilyFile(entries: readonly Entry[], families: readonly Family[]): LintNote[] {
  const members = Map.groupBy(
    entries.filter(({ family }) => family !== null),
    ({ family }) => family,
  );
  const known = new Map(families.map((row) => [row.family, row]));
  const note = (family: string, path: string, says: string): LintNote => ({
    grade: 'error',
    code: `family:${family}`,
    path,
    says,
  });
  const untold = [...members].flatMap(([family, siblings]) =>
    family !== null && siblings.length > 1 && !known.has(family)
      ? [note(family, 'families.yaml', 'missing: what tells its members apart, and which is the plain form?')]
      : [],
  );
  const wrong = families.flatMap((row) => {
    const siblings = members.get(row.family) ?? [];
    if (siblings.length < 2) return [note(row.family, 'families.yaml', 'has no two members: delete it')];
    const plain = siblings.filter(({ isDefault }) => isDefault).map(nameOf);
    const said = row.default === null ? [] : [row.default];
    return plain.join() === said.join()
      ? []
      : [note(row.family, 'default', `says ${row.default}, but isDefault stands in ${plain.join(', ') || 'none'}`)];
  });
  return [...untold, ...wrong];
}
