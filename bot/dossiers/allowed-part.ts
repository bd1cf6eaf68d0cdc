/** What of a dossier somebody may be shown: the rights table of `bot/identity/rights.ts`, applied field by field. */
import { mayI, type Relation, type Right, type Rung } from '../identity/rights.ts';
import type { KeptDossier } from '../store/dossier-form.ts';

/** What he may not see is unknown to the answer, as if the source had not told it; names are masked. */
export function allowedPart(dossier: KeptDossier, rung: Rung, relations: readonly Relation[]): KeptDossier {
  const ifMay = <Value>(right: Right, value: Value): Value | null => (mayI(rung, relations, right) ? value : null);
  const name = (full: string | null) => (full === null ? null : (ifMay('names', full) ?? initialsOf(full)));
  return {
    code: dossier.code,
    procedure: dossier.procedure,
    updatedAt: dossier.updatedAt,
    status: ifMay('status', dossier.status),
    receivedAt: ifMay('due-date', dossier.receivedAt),
    promisedAt: ifMay('due-date', dossier.promisedAt),
    unit: ifMay('progress', dossier.unit),
    desk: ifMay('progress', dossier.desk),
    steps: ifMay('progress', dossier.steps),
    missing: ifMay('missing', dossier.missing),
    returnReason: ifMay('return-reason', dossier.returnReason),
    fee: ifMay('fee', dossier.fee),
    result: ifMay('result', dossier.result),
    applicantName: name(dossier.applicantName),
    filerName: name(dossier.filerName),
  };
}

/** `Nguyễn Văn An` → `N. V. A.`: less than a page shows to the one who is signed in (`bot/identity/mask-name.ts`). */
export const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map((word) => `${word.charAt(0)}.`)
    .join(' ');
