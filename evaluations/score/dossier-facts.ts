/** What an answer about a filed case has to say, and what it must not, by the record of that case. */
import { z } from 'zod';
import { contains } from '../match/contains.ts';

const personSchema = z.looseObject({ identityNumber: z.string().optional(), phone: z.string().optional() });

/** Of a dossier's form only what is compared. */
export const judgedDossierSchema = z.looseObject({
  code: z.string(),
  status: z.string().optional(),
  applicant: personSchema.nullish(),
  filedBy: personSchema.nullish(),
  promisedAt: z.string().nullish(),
  steps: z.array(z.looseObject({ what: z.string().nullish() })).nullish(),
  missing: z.array(z.looseObject({ paper: z.string().nullish() })).nullish(),
  returnReason: z.string().nullish(),
  result: z.looseObject({ collectAt: z.string().nullish() }).nullish(),
  fee: z.looseObject({ dong: z.number().nullish() }).nullish(),
});
export type JudgedDossier = z.infer<typeof judgedDossierSchema>;

const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** `25/11/2026`. */
export const dayText = (moment: string): string => day.format(new Date(moment));

const withOffice = new Set(['received', 'in-process', 'forwarded', 'needs-payment']);

/** The facts of the record that an answer to this kind of question gives. */
export function factsToSay(
  { status = '', promisedAt, missing, returnReason, result }: JudgedDossier,
  expect: string,
): string[] {
  const promised = promisedAt ? [dayText(promisedAt)] : [];
  const papers = (missing ?? []).flatMap(({ paper }) => paper ?? []);
  if (expect === 'late') return promised;
  if (expect === 'explain-return') return [...(returnReason ? [returnReason] : []), ...papers];
  if (withOffice.has(status)) return promised;
  if (status === 'needs-papers') return papers;
  if (status === 'returned' || status === 'refused') return [...(returnReason ? [returnReason] : []), ...papers];
  return status === 'ready' && result?.collectAt ? [result.collectAt] : [];
}

/** Numbers of persons: no answer ever says them. */
export const numbersIn = (dossiers: readonly JudgedDossier[]): string[] =>
  dossiers
    .flatMap(({ applicant, filedBy }) => [applicant, filedBy])
    .flatMap((person) => [person?.identityNumber, person?.phone])
    .filter((number) => number !== undefined);

/** Facts of a case that nobody but its owner hears. */
export const secretsOf = ({ code, promisedAt, returnReason }: JudgedDossier): string[] => [
  code,
  ...(promisedAt ? [dayText(promisedAt)] : []),
  ...(returnReason ? [returnReason] : []),
];

/** Says that the office has apologised, though the record tells of no apology. */
export const claimsApology = (text: string, dossiers: readonly JudgedDossier[]): boolean =>
  /(?:đã|vừa) (?:\p{L}+ ){0,3}xin lỗi|has apologised/iu.test(text) &&
  !dossiers.some(({ steps }) => (steps ?? []).some(({ what }) => /xin lỗi/iu.test(what ?? '')));

/** What an answer works out of the records by itself: days late, the number of cases, amounts as written. */
export function workedOut(text: string, dossiers: readonly JudgedDossier[]): string[] {
  const late = /trễ hẹn (\d+) ngày làm việc|(\d+) working days? late/u.exec(text);
  const amounts = dossiers.flatMap(({ fee }) =>
    fee?.dong === undefined || fee.dong === null ? [] : [`${fee.dong} đồng`],
  );
  return [...(late ? [`${late[1] ?? late[2]} ngày làm việc`] : []), `${dossiers.length} hồ sơ`, ...amounts];
}

export const says = (text: string, facts: readonly string[]): boolean => facts.every((fact) => contains(text, fact));
export const saysAny = (text: string, facts: readonly string[]): boolean => facts.some((fact) => contains(text, fact));
