/** What the checks refused of a model's drafts, for editors: each beside the record, and a verdict for tuning the checks. */
import { dayInVietnam } from '../../../knowledge/index.ts';
import { staffMay } from '../../staff/rights.ts';
import type { StaffMember } from '../../staff/staff.ts';
import { addAudit } from '../../store/audit.ts';
import type { Database } from '../../store/database.ts';
import { EditorialError } from '../editorial-error.ts';
import { type BesideParts, type RecordBeside, recordsBeside } from './record-beside.ts';
import {
  type CaughtCount,
  type CaughtFilter,
  type CaughtVerdict,
  countCaught,
  judgeCaught,
  readCaught,
  type StoredCaught,
} from './stored-caught.ts';

export interface ShownCaught extends StoredCaught {
  /** Fields of the records that it was held against, as they serve now. */
  readonly records: readonly RecordBeside[];
}

export interface CaughtDesk {
  /** Newest first, fifty at a time. @throws {@link EditorialError} `forbidden` */
  list(member: StaffMember, filter: CaughtFilter): Promise<readonly ShownCaught[]>;
  /** How often which rule caught something on which day, of the last thirty. */
  counts(member: StaffMember): Promise<readonly CaughtCount[]>;
  /** `null` takes a verdict back. In the audit log. @throws {@link EditorialError} `unknown` */
  judge(member: StaffMember, id: string, verdict: CaughtVerdict | null): Promise<void>;
}

export interface CaughtDeskParts extends BesideParts {
  readonly database: Database;
  readonly now: () => Date;
}

const countedDays = 30;
const day = 86_400_000;

export function createCaughtDesk(parts: CaughtDeskParts): CaughtDesk {
  const { database, now } = parts;
  return {
    async list(member, filter) {
      mayJudge(member);
      const found = await database.withJob('editorial', (handle) => readCaught(handle, filter));
      return found.map((one) => ({ ...one, records: recordsBeside(one.codes, parts) }));
    },
    async counts(member) {
      mayJudge(member);
      const from = new Date(now().getTime() - countedDays * day);
      return database.withJob('editorial', (handle) => countCaught(handle, from, dayInVietnam));
    },
    async judge(member, id, verdict) {
      mayJudge(member);
      const known = await database.withJob('editorial', async (handle) => {
        if (!(await judgeCaught(handle, id, { verdict, by: member.name, at: now() }))) return false;
        const object = `model-caught:${id}`;
        await addAudit(handle, {
          actor: `staff:${member.id}`,
          action: 'caught-draft-judged',
          object,
          detail: { verdict },
        });
        return true;
      });
      if (!known) throw new EditorialError('unknown', 'There is no such draft.');
    },
  };
}

function mayJudge({ role }: StaffMember): void {
  if (!staffMay(role, 'edit-knowledge')) throw new EditorialError('forbidden', `A ${role} judges no drafts.`);
}
