/** What the fields of a dossier come to at the moment of asking. */
import type { DossierStatus } from '../../knowledge/index.ts';
import type { KeptDossier } from './dossier-desk.ts';

/** The office still has to do something by the promised day. */
const withOffice: ReadonlySet<DossierStatus> = new Set(['received', 'in-process', 'forwarded', 'needs-payment']);

export interface Lateness {
  /** Working days after the promised day; `null` when they cannot be counted. */
  readonly days: number | null;
}

/** `null` while the promised moment has not passed, or when nobody is late: it is done, or the citizen's turn. */
/** In working days after the promised day, today counted; `null` when the calendar does not reach so far. */
export type DaysLate = (promisedAt: Date, now: Date) => number | null;

export function latenessOf({ status, promisedAt }: KeptDossier, now: Date, daysLate: DaysLate): Lateness | null {
  if (promisedAt === null || (status !== null && !withOffice.has(status))) return null;
  const promised = new Date(promisedAt);
  return promised.getTime() < now.getTime() ? { days: daysLate(promised, now) } : null;
}

type Step = NonNullable<KeptDossier['steps']>[number];
/** A step that says what was done and when. */
export interface DatedStep extends Step {
  readonly at: string;
  readonly what: string;
}

const dated = (step: Step): step is DatedStep => step.at !== null && step.what !== null;

/** The latest that says what was done and when; `null` when none does. */
export const lastStepOf = ({ steps }: KeptDossier): DatedStep | null =>
  (steps ?? [])
    .filter(dated)
    .reduce<DatedStep | null>(
      (last, step) => (last === null || Date.parse(step.at) >= Date.parse(last.at) ? step : last),
      null,
    );

/** The record's own word that the office has apologised; nothing else is one. */
export const apologyIn = ({ steps }: KeptDossier): DatedStep | null =>
  (steps ?? []).filter(dated).findLast(({ what }) => /xin lỗi/iu.test(what)) ?? null;

/** Who has it, and since when; the moment is known only where the last step was at that desk. */
export function holderOf(dossier: KeptDossier): { readonly desk: string; readonly since: string | null } | null {
  const last = lastStepOf(dossier);
  const desk = dossier.desk ?? last?.desk ?? null;
  if (desk === null) return null;
  return { desk, since: last?.desk === desk ? last.at : null };
}
