/** What a second factor opens: how far a dossier is and when it is due, nobody's name in full. */
import type { KeptDossier } from './dossier-desk.ts';

/** Everything else is unknown to the answer, as if the source had not told it. */
export const onlyStatus = ({
  code,
  procedure,
  status,
  receivedAt,
  promisedAt,
  updatedAt,
  applicantName,
}: KeptDossier): KeptDossier => ({
  code,
  procedure,
  status,
  receivedAt,
  promisedAt,
  updatedAt,
  applicantName: applicantName === null ? null : maskName(applicantName),
  filerName: null,
  unit: null,
  desk: null,
  steps: null,
  missing: null,
  returnReason: null,
  fee: null,
  result: null,
});

/** `Nguyễn Văn An` → `N. V. A.` */
export const maskName = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map((word) => `${word.charAt(0)}.`)
    .join(' ');
