/** Who could take a hand-off: the officers of a commune, as staff accounts and presence know them. */
import type { Presence, StaffMember } from '../staff/staff.ts';

export interface RosterEntry {
  readonly member: StaffMember;
  readonly presence: Presence;
}

export interface StaffRoster {
  /** Of a commune (five digits), those of its whole province included; `null`: everybody of this installation. */
  of(unit: string | null): Promise<readonly RosterEntry[]>;
}
