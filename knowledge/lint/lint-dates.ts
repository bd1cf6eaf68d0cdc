/** Dates: what has expired, what nobody has looked at for long, what claims to have been checked tomorrow. */
import type { Card } from '../card.ts';
import type { Guide } from '../guide.ts';
import { type LintNote, nameOf } from './lint-note.ts';

/** After so many days an answer says that the record was not checked for long. */
export const daysUntilStale = 180;

/** The day in Vietnam at a moment, `2026-11-21`: that of the editors who write `checkedOn`. */
export const dayInVietnam = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

/** Whole days from `checkedOn` to `today`, both `2026-11-21`. */
export const daysSince = (checkedOn: string, today: string): number =>
  Math.floor((Date.parse(today) - Date.parse(checkedOn)) / 86_400_000);

export function lintDates(entries: readonly (Guide | Card)[], today: string): LintNote[] {
  return entries.flatMap((entry): LintNote[] => {
    const code = nameOf(entry);
    const age = daysSince(entry.checkedOn, today);
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
