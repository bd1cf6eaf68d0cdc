/** Who makes and changes accounts of staff. Every method checks the rights table; the store writes the audit log. */

import { StoreInputError } from '../store/errors.ts';
import type { ListedSession, ListedStaff, StaffStore } from '../store/index.ts';
import { type StaffDeed, staffMay } from './rights.ts';
import type { StaffMember, StaffRole } from './staff.ts';
import { linkSeconds, newLinkToken } from './staff-links.ts';
import type { StaffTries } from './staff-tries.ts';

export type StaffDeskFault = 'forbidden' | 'unknown' | 'taken' | 'last-admin';

/** What was asked for is not done. The message is for a log; the page has words of its own for each code. */
export class StaffDeskError extends Error {
  override readonly name = 'StaffDeskError';
  readonly code: StaffDeskFault;

  constructor(code: StaffDeskFault, options?: ErrorOptions) {
    super(`Refused: ${code}`, options);
    this.code = code;
  }
}

export interface Invitation {
  readonly name: string;
  readonly login: string;
  readonly email: string | null;
  readonly role: StaffRole;
  readonly unit: string;
  readonly skills: readonly string[];
  readonly desk: string | null;
}

export interface MadeLink {
  readonly staffId: string;
  /** For the link; shown once, kept nowhere. */
  readonly token: string;
}

export interface StaffDesk {
  /** All for an admin; else those of his own unit. */
  list(by: StaffMember): Promise<readonly ListedStaff[]>;
  invite(by: StaffMember, invitation: Invitation): Promise<MadeLink>;
  /** Another invitation for the same account: it sets a new password. */
  inviteAgain(by: StaffMember, staffId: string): Promise<MadeLink>;
  change(by: StaffMember, staffId: string, change: Partial<Omit<Invitation, 'login'>>): Promise<void>;
  close(by: StaffMember, staffId: string): Promise<void>;
  reopen(by: StaffMember, staffId: string): Promise<void>;
  /** Forgets the authenticator; the link lets its owner set another up, with his password. */
  resetSecondFactor(by: StaffMember, staffId: string): Promise<MadeLink>;
  /** Lifts the waits after wrong tries. */
  unlock(by: StaffMember, staffId: string): Promise<void>;
  sessions(by: StaffMember, staffId: string): Promise<readonly ListedSession[]>;
  endSessions(by: StaffMember, staffId: string, sessionId?: string): Promise<number>;
}

export interface StaffDeskParts {
  readonly store: StaffStore;
  readonly tries: StaffTries;
}

export function createStaffDesk({ store, tries }: StaffDeskParts): StaffDesk {
  const { accounts } = store;
  const check = ({ role }: StaffMember, deed: StaffDeed): void => {
    if (!staffMay(role, deed)) throw new StaffDeskError('forbidden');
  };
  const actor = ({ id }: StaffMember) => `staff:${id}`;
  const known = async (by: StaffMember, staffId: string): Promise<ListedStaff> => {
    check(by, 'manage-staff');
    const found = await accounts.find(staffId);
    if (!found) throw new StaffDeskError('unknown');
    return found;
  };
  const link = async (by: StaffMember, staffId: string, kind: 'activate' | 'second-factor'): Promise<MadeLink> => {
    const { token, tokenHash } = newLinkToken();
    await accounts.addLink({ staffId, kind, tokenHash, seconds: linkSeconds, by: actor(by) });
    return { staffId, token };
  };
  return {
    async list(by) {
      check(by, 'list-staff');
      const all = await accounts.list();
      return staffMay(by.role, 'manage-staff') ? all : all.filter(({ unit }) => unit === by.unit);
    },
    async invite(by, invitation) {
      check(by, 'manage-staff');
      const staffId = await accounts.add({ ...invitation, by: actor(by) }).catch(sayFault);
      return link(by, staffId, 'activate');
    },
    inviteAgain: async (by, staffId) => link(by, (await known(by, staffId)).id, 'activate'),
    async change(by, staffId, change) {
      await known(by, staffId);
      sayOutcome(await accounts.change(staffId, change, actor(by)).catch(sayFault));
    },
    async close(by, staffId) {
      await known(by, staffId);
      sayOutcome(await accounts.setActive(staffId, false, actor(by)));
    },
    async reopen(by, staffId) {
      await known(by, staffId);
      sayOutcome(await accounts.setActive(staffId, true, actor(by)));
    },
    async resetSecondFactor(by, staffId) {
      const { id } = await known(by, staffId);
      if (!(await accounts.resetSecondFactor(id, actor(by)))) throw new StaffDeskError('unknown');
      return link(by, id, 'second-factor');
    },
    async unlock(by, staffId) {
      const { id, login } = await known(by, staffId);
      await accounts.unlock(id, tries.keysOf(login), actor(by));
    },
    sessions: async (by, staffId) => accounts.sessions((await known(by, staffId)).id),
    endSessions: async (by, staffId, id) =>
      accounts.endSessions((await known(by, staffId)).id, id === undefined ? {} : { id }, actor(by)),
  };
}

function sayOutcome(outcome: 'changed' | 'unknown' | 'last-admin'): void {
  if (outcome !== 'changed') throw new StaffDeskError(outcome);
}

function sayFault(error: unknown): never {
  if (error instanceof StoreInputError && error.code === 'taken') throw new StaffDeskError('taken', { cause: error });
  throw error;
}
