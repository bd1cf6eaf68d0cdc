/** Codes: dead ones, and aliases (former codes) that would lead to two procedures. */
import type { Card } from '../card.ts';
import type { Guide } from '../guide.ts';
import { type LintNote, nameOf } from './lint-note.ts';

type Entry = Guide | Card;
type Alias = Guide['aliases'][number];

const error = (entry: Entry, path: string, says: string): LintNote => ({
  grade: 'error',
  code: nameOf(entry),
  path,
  says,
});

/** @param published every code of the ministries' lists and records; empty where they are not there: nothing is dead then. */
export function lintCodes(entries: readonly Entry[], published: ReadonlySet<string>): LintNote[] {
  return [...deadCodes(entries, published), ...lintAliases(entries)];
}

function deadCodes(entries: readonly Entry[], published: ReadonlySet<string>): LintNote[] {
  if (published.size === 0) return [];
  return entries
    .filter(({ code }) => code !== null && /^\d/.test(code) && !published.has(code))
    .map((entry) =>
      error(entry, 'code', 'dead: in no list and no record; make it an alias of the code that replaced it'),
    );
}

function lintAliases(entries: readonly Entry[]): LintNote[] {
  const owners = new Map(entries.map((entry) => [nameOf(entry), entry]));
  const aliased = entries.flatMap((entry) => aliasesOf(entry).map((alias, index) => ({ entry, alias, index })));
  return aliased.flatMap(({ entry, alias, index }) => {
    const path = `aliases.${index}`;
    const owner = owners.get(alias.code);
    owners.set(alias.code, owner ?? entry);
    // One code of before may have become several siblings: then the family asks which.
    const sibling = owner?.code !== alias.code && owner?.family !== null && owner?.family === entry.family;
    if (owner && !sibling) return [error(entry, path, `${alias.code} already is a code of ${nameOf(owner)}`)];
    const backwards = alias.from !== null && alias.to !== null && alias.to < alias.from;
    return backwards ? [error(entry, path, `${alias.code} ends on ${alias.to}, before it begins`)] : [];
  });
}

const aliasesOf = (entry: Entry): readonly Alias[] => ('aliases' in entry ? entry.aliases : []);
