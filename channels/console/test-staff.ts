/** Staff members that are signed in already, for suites. */
import { createStaffSessions, type StaffMember, type StaffRole } from '../../bot/index.ts';
import type { TestStore } from '../../bot/store/test-store.ts';
import { makeStaffGate, type StaffGate } from './sign-in/index.ts';

/** The key of `openTestStore`. */
const secretKey = Buffer.alloc(32, 7);

export interface TestStaff {
  readonly member: StaffMember;
  /** `hmc_staff=…`, for the header `cookie`. */
  readonly cookie: string;
  readonly csrf: string;
  /** For calls: cookie and x-csrf. */
  readonly headers: { readonly cookie: string; readonly 'x-csrf': string };
}

export interface TestStaffOptions {
  readonly role?: StaffRole;
  readonly unit?: string;
  readonly name?: string;
  readonly skills?: readonly string[];
  readonly desk?: string | null;
}

const sessionsOf = ({ store }: TestStore) => createStaffSessions(store.staff, secretKey);

/** The gate over this store, as the program makes it. */
export const testGate = (test: TestStore, publicUrl: string | null = null): StaffGate =>
  makeStaffGate({ sessions: sessionsOf(test), publicUrl });

let count = 0;

/** Makes an account and signs it in: at hand, as if its console were open now. */
export async function signInTestStaff(test: TestStore, options: TestStaffOptions = {}): Promise<TestStaff> {
  const { role = 'officer', unit = '02728', name = 'Lan', skills = [], desk = null } = options;
  count += 1;
  const account = { login: `thu-${process.pid}-${count}`, email: null, name, role, unit, skills, desk };
  const staffId = await test.store.staff.accounts.add({ ...account, by: 'test' });
  const sessions = sessionsOf(test);
  const opened = await sessions.open(staffId, 'password+code', 'test');
  if (!opened) throw new Error('The account is closed');
  const { token, session } = opened;
  await sessions.find(token, { polled: true });
  const cookie = `hmc_staff=${token}`;
  const csrf = sessions.csrfOf(token);
  return { member: session.member, cookie, csrf, headers: { cookie, 'x-csrf': csrf } };
}
