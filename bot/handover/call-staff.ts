/** Calls somebody for a hand-off: group after group, until at least one can be reached. */
import type { StaffCaller, StaffCallKind } from '../staff/staff.ts';
import type { QueuedHandOff } from '../store/index.ts';
import { chooseStaff } from './choose-staff.ts';
import type { StaffRoster } from './staff-roster.ts';

export interface CallParts {
  readonly roster: StaffRoster;
  readonly caller: StaffCaller;
}

/** Resolves with how many were reached; 0: nobody can be, and the citizen is to be told so. */
export async function callStaff({ roster, caller }: CallParts, one: QueuedHandOff): Promise<number> {
  const groups = chooseStaff(await roster.of(one.unit), one);
  for (const [index, staffIds] of groups.entries()) {
    const kind = kindOf(one);
    const key = `${one.id}:${kind}:${one.fence}:${one.escalation}:${index}`;
    const reached = await caller.call({ kind, handOffId: one.id, code: one.code, staffIds, key });
    if (reached > 0) return reached;
  }
  return 0;
}

/** The officer who holds it is told that his citizen wrote while his browser was away. */
export const callOwner = async ({ caller }: CallParts, one: QueuedHandOff, kind: StaffCallKind): Promise<number> =>
  one.owner === null
    ? 0
    : caller.call({
        kind,
        handOffId: one.id,
        code: one.code,
        staffIds: [one.owner.id],
        key: `${one.id}:${kind}:${one.waitsSince?.getTime() ?? one.fence}`,
      });

function kindOf({ cause, escalation, state, keptFor }: QueuedHandOff): StaffCallKind {
  if (cause === 'emergency') return 'emergency';
  if (escalation > 0) return 'overdue';
  if (keptFor) return 'transferred';
  return state === 'call-back' ? 'call-back-due' : 'new-hand-off';
}
