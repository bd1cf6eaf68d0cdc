/** Dates: what has expired, what nobody has looked at for long, what claims to have been checked tomorrow. */
import type { Card } from '../card.ts';
import { daysBetween } from '../day.ts';
import type { Guide } from '../guide.ts';
import { type LintNote, nameOf } from './lint-note.ts';

/** After so many days an answer says that the record was not checked for long. */
export const daysUntilStale = 180;

export function lintDates(entries: readonly (Guide | Card)[], today: string): LintNote[] {
  return entries.flatMap((entry): LintNote[] => {
    const code = nameOf(entry);
    const age = daysBetween(entry.checkedOn, today);
    const notes: LintNote[] = [];
    if (Number.isNaN(age))
      notes.push({ grade: 'error', code, path: 'checkedOn', says: `no such day: ${entry.checkedOn}` });
    if (age < 0) notes.push({ grade: 'error', code, path: 'checkedOn', says: `${entry.checkedOn} is in the future` });
    if (age > daysUntilStale) notes.push({ grade: 'warning', code, path: 'checkedOn', says: `stale: ${age} days ago` });
    if ('validTo' in entry && entry.validTo !== null && entry.validTo < today) {
      notes.push({ grade: 'error', code, path: 'validTo', says: `expired on ${entry.validTo}` });
    }
    return notes;
  });
}
