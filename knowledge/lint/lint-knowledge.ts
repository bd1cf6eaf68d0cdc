/** Everything that can be said of the knowledge without its records; the facts are compared by `fact-check`. */
import type { Knowledge } from '../load-knowledge.ts';
import { lintCodes } from './lint-codes.ts';
import { lintContradictions } from './lint-contradictions.ts';
import { lintCorrections } from './lint-corrections.ts';
import { lintDates } from './lint-dates.ts';
import { lintFamilies } from './lint-families.ts';
import { lintFamilyFile } from './lint-family-file.ts';
import { lintFields } from './lint-fields.ts';
import { lintLaws } from './lint-laws.ts';
import { type LintNote, nameOf } from './lint-note.ts';
import { lintOffices } from './lint-offices.ts';
import { lintWays } from './lint-ways.ts';

/**
 * Notes in the order of the rules.
 *
 * @param knowledge as `readKnowledge` gives it, superseded cards included.
 * @param today `2026-11-21`.
 * @param published every code of the ministries' lists and records; empty where they are not there.
 */
export function lintKnowledge(
  { guides, cards, families }: Pick<Knowledge, 'guides' | 'cards'> & Partial<Pick<Knowledge, 'families'>>,
  today: string,
  published: ReadonlySet<string> = new Set(),
): LintNote[] {
  const full = new Set(guides.map(({ code }) => code));
  const superseded = cards.filter(({ code }) => code !== null && full.has(code));
  const entries = [...guides, ...cards.filter((card) => !superseded.includes(card))];
  return [
    ...superseded.map(
      (card): LintNote => ({
        grade: 'error',
        code: nameOf(card),
        path: '(card)',
        says: 'there is a full guide: delete the card and take its ways of asking over',
      }),
    ),
    ...lintFamilies(entries),
    ...(families ? lintFamilyFile(entries, families) : []),
    ...lintWays(entries),
    ...lintDates(entries, today),
    ...lintOffices(entries),
    ...lintFields(entries),
    ...lintContradictions(guides),
    ...lintLaws(guides, today),
    ...lintCodes(entries, published),
    ...lintCorrections(guides),
  ];
}
