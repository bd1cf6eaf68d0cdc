/** What somebody should mend in the files of provinces and communes: what ended, what nobody looked at, what is never used. */
import { daysBetween } from '../day.ts';
import type { Guide } from '../guide.ts';
import { daysUntilStale } from '../lint/lint-dates.ts';
import type { LintNote } from '../lint/lint-note.ts';
import type { LocalFiles } from './load-local.ts';
import { isLeftOpen } from './local-fee.ts';
import type { CommuneFile, LocalFee, ProvinceFile } from './local-file.ts';

export interface LocalLintOptions {
  readonly guides: readonly Guide[];
  /** `2026-11-22`. */
  readonly today: string;
}

/** Notes with `code` `local:province-15`. */
export function lintLocal({ provinces, communes }: LocalFiles, { guides, today }: LocalLintOptions): LintNote[] {
  const known = new Map(guides.map((guide) => [guide.code, guide]));
  const lint = (kind: string, code: string, file: ProvinceFile | CommuneFile): LintNote[] =>
    [
      ...datesOf(file.checkedOn, today),
      ...file.fees.flatMap((fee) => [...lintFee(fee, file.fees, today), ...lintUse(fee, known)]),
      ...('anyOffice' in file ? lintAnyOffice(file, today) : []),
    ].map((note) => ({ ...note, code: `local:${kind}-${code}` }));
  return [
    ...[...provinces].flatMap(([code, file]) => lint('province', code, file)),
    ...[...communes].flatMap(([code, file]) => lint('commune', code, file)),
  ];
}

type Note = Omit<LintNote, 'code'>;

function datesOf(checkedOn: string, today: string): Note[] {
  const age = daysBetween(checkedOn, today);
  if (age < 0) return [{ grade: 'error', path: 'checkedOn', says: `${checkedOn} is in the future` }];
  return age > daysUntilStale ? [{ grade: 'warning', path: 'checkedOn', says: `stale: ${age} days ago` }] : [];
}

/** So long before its end a successor is asked for: a council sits twice a year. */
const daysBeforeEnd = 60;

function lintFee(fee: LocalFee, all: readonly LocalFee[], today: string): Note[] {
  const { to } = fee;
  const path = `fees.${fee.procedure}`;
  const others = all.filter((other) => other !== fee && takesPlaceOf(other, fee));
  const clash = others.find(
    (other) => sameScope(other, fee) && overlap(other, fee) && all.indexOf(other) < all.indexOf(fee),
  );
  const notes: Note[] = clash
    ? [
        {
          grade: 'error',
          path,
          says: `two fees hold at once (from ${clash.from}, from ${fee.from}): end the older one`,
        },
      ]
    : [];
  if (to === null || daysBetween(today, to) > daysBeforeEnd) return notes;
  const next = others
    .filter((other) => other.to === null || other.to > to)
    .map(({ from }) => from)
    .sort()[0];
  if (to >= today)
    return next ? notes : [...notes, { grade: 'warning', path, says: `ends on ${to} and nothing follows it yet` }];
  if (next === undefined)
    notes.push({
      grade: 'error',
      path,
      says: `expired on ${to} (${fee.resolution.number}) and nothing follows it: enter the text in force now`,
    });
  else if (next > today)
    notes.push({ grade: 'error', path, says: `expired on ${to}; what follows holds from ${next}: nothing holds now` });
  return notes;
}

const sameScope = (one: LocalFee, other: LocalFee) =>
  one.case === other.case && (one.via ?? []).toSorted().join() === (other.via ?? []).toSorted().join();
const overlap = (one: LocalFee, other: LocalFee) =>
  (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);

/** Whether it speaks of all that the other speaks of. */
const takesPlaceOf = (one: LocalFee, other: LocalFee) =>
  one.procedure === other.procedure &&
  (one.case === null || one.case === other.case) &&
  (one.via === null || (other.via?.every((via) => one.via?.includes(via)) ?? false));

function lintUse(fee: LocalFee, guides: ReadonlyMap<string, Guide>): Note[] {
  const path = `fees.${fee.procedure}`;
  const guide = guides.get(fee.procedure);
  if (!guide) return [{ grade: 'warning', path, says: 'not used: there is no full guide of this code' }];
  const rows = guide.filing.filter(({ via }) => fee.via === null || fee.via.includes(via));
  return rows.some(isLeftOpen)
    ? []
    : [{ grade: 'warning', path, says: 'not used: the national record sets this fee itself' }];
}

function lintAnyOffice({ anyOffice }: ProvinceFile, today: string): Note[] {
  if (!anyOffice) return [];
  const ended = anyOffice.to !== null && anyOffice.to < today;
  return [
    ...(ended
      ? [
          {
            grade: 'error',
            path: 'anyOffice',
            says: `expired on ${anyOffice.to}: enter the list in force now`,
          } as const,
        ]
      : []),
    ...datesOf(anyOffice.checkedOn, today).map((note) => ({ ...note, path: 'anyOffice.checkedOn' })),
  ];
}
