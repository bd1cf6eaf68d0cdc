/** Calls staff: kept in the store first, sent by `send-calls.ts`. */
import type { StaffStore } from '../store/index.ts';
import type { StaffCaller, StaffCallKind } from './staff.ts';

const minute = 60_000;

/** How long a call is worth something, in ms: a phone that was off for hours tells of nothing old. */
const worthFor: Readonly<Record<StaffCallKind, number>> = {
  'new-hand-off': 30 * minute,
  'citizen-wrote': 15 * minute,
  overdue: 30 * minute,
  emergency: 60 * minute,
  transferred: 30 * minute,
  'call-back-due': 120 * minute,
};

export interface StaffCallerParts {
  readonly store: StaffStore;
  readonly now?: () => Date;
}

export function createStaffCaller({ store, now = () => new Date() }: StaffCallerParts): StaffCaller {
  return {
    call: async (call) =>
      call.staffIds.length === 0 ? 0 : store.calls.queue(call, new Date(now().getTime() + worthFor[call.kind])),
  };
}
