/** Rows of staff as the program passes them on. */
import { sql } from 'kysely';
import type { Presence, StaffMember, StaffRole } from '../../staff/staff.ts';
import type { StaffAccount } from './staff-store.ts';

export const memberColumns = [
  'staff.id',
  'staff.name',
  'staff.role',
  'staff.unit',
  'staff.skills',
  'staff.desk',
] as const;

export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly unit: string;
  readonly skills: readonly string[];
  readonly desk: string | null;
}

export const memberOf = ({ id, name, role, unit, skills, desk }: MemberRow): StaffMember => ({
  id,
  name,
  role,
  unit,
  skills,
  desk,
});

export const accountOf = (row: MemberRow & Pick<StaffAccount, 'login' | 'email' | 'active'>): StaffAccount => ({
  ...memberOf(row),
  login: row.login,
  email: row.email,
  active: row.active,
});

/** What somebody's state is now: offline once his console was not seen for 90 s, whatever he had chosen. */
export const presenceNow = sql<Presence>`coalesce(staff_state(staff_presence.state, staff_presence.seen_at), 'offline')`;
