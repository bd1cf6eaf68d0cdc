/** Siblings (thủ tục cùng họ) must differ in what a citizen can say, or the assistant can neither choose nor ask back. */
import type { Card } from '../card.ts';
import type { Guide } from '../guide.ts';
import { contentWords, foldText } from '../plain-text.ts';
import { type LintNote, nameOf } from './lint-note.ts';

type Entry = Guide | Card;

export function lintFamilies(entries: readonly Entry[]): LintNote[] {
  const families = Map.groupBy(
    entries.filter((entry) => entry.family !== null),
    (entry) => entry.family,
  );
  return [...families.values()].flatMap((members) =>
    members.length > 1 ? [...lintVariants(members), ...lintDefaults(members), ...lintAlike(members)] : [],
  );
}

function lintVariants(members: readonly Entry[]): LintNote[] {
  const seen = new Map<string, string>();
  return members.flatMap((entry): LintNote[] => {
    const note = (says: string): LintNote[] => [{ grade: 'error', code: nameOf(entry), path: 'variant', says }];
    if (entry.variant === null) return note(`missing: what tells it from the others of the family ${entry.family}?`);
    const key = foldText(entry.variant);
    const twin = seen.get(key);
    seen.set(key, twin ?? nameOf(entry));
    return twin === undefined ? [] : note(`"${entry.variant}" is also the variant of ${twin}`);
  });
}

function lintDefaults(members: readonly Entry[]): LintNote[] {
  const [first, ...others] = members.filter((entry) => entry.isDefault);
  return others.map((entry) => ({
    grade: 'error',
    code: nameOf(entry),
    path: 'isDefault',
    says: `the default of the family ${entry.family} is ${first ? nameOf(first) : ''} already`,
  }));
}

/** The same words in another order, or with another small word, tell a citizen nothing. */
function lintAlike(members: readonly Entry[]): LintNote[] {
  const seen = new Map<string, Entry>();
  return members.flatMap((entry): LintNote[] => {
    if (entry.variant === null) return [];
    const words = [...new Set(contentWords(entry.variant))].sort().join(' ');
    const twin = seen.get(words);
    seen.set(words, twin ?? entry);
    if (!twin || foldText(twin.variant ?? '') === foldText(entry.variant)) return [];
    const says = `"${entry.variant}" is hardly to be told from "${twin.variant}" of ${nameOf(twin)}`;
    return [{ grade: 'error', code: nameOf(entry), path: 'variant', says }];
  });
}
