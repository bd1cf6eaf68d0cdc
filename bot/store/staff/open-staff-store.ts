/** The part of the store that keeps staff. */
import type { Database } from '../database.ts';
import { makeSealer } from '../seal-slots.ts';
import { makeStaffAccounts } from './staff-accounts.ts';
import { makeStaffCalls } from './staff-calls.ts';
import { makeStaffCodes } from './staff-codes.ts';
import { makeStaffKeys } from './staff-keys.ts';
import { makeStaffLinks } from './staff-links.ts';
import { makeStaffChannelAccounts, makeStaffPhones } from './staff-phones.ts';
import { makeStaffPresence } from './staff-presence.ts';
import { makeStaffSessions } from './staff-sessions.ts';
import { makeStaffFinding, makeStaffSteps } from './staff-sign-in.ts';
import type { StaffStore } from './staff-store.ts';
import { makeStaffTries } from './staff-tries.ts';

/** @param secretKey seals the secrets of authenticators. */
export function openStaffStore(database: Database, secretKey: Buffer): StaffStore {
  const sealer = makeSealer(secretKey);
  return {
    signIn: {
      ...makeStaffFinding(database),
      ...makeStaffSteps(database, sealer),
      ...makeStaffSessions(database),
      ...makeStaffCodes(database, sealer),
      ...makeStaffLinks(database),
      ...makeStaffTries(database),
    },
    accounts: { ...makeStaffAccounts(database), ...makeStaffKeys(database) },
    presence: makeStaffPresence(database),
    calls: { ...makeStaffCalls(database), ...makeStaffPhones(database), ...makeStaffChannelAccounts(database) },
  };
}
