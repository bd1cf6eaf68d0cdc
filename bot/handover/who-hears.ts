/** Who may hear that something of a hand-off has changed: even its id is not for everybody of the commune. */
import type { StaffMember } from '../staff/staff.ts';
import type { Store } from '../store/index.ts';
import { officerOf, serves } from './officer-desk-parts.ts';

export interface HandOffEars {
  /** Whether it is kept to a desk or from somebody: then each has to be asked for. */
  isKept(handOffId: string): Promise<boolean>;
  /** Whether this member sees it, by the database's own rule. */
  sees(member: StaffMember, handOffId: string): Promise<boolean>;
}

export const createHandOffEars = ({ database, handOffs }: Pick<Store, 'database' | 'handOffs'>): HandOffEars => ({
  isKept: (handOffId) =>
    database.withJob('handOffs', async (handle) => {
      const row = await handle
        .selectFrom('hand_off')
        .select(['cause', 'kept_from'])
        .where('id', '=', handOffId)
        .executeTakeFirst();
      return row === undefined || row.cause === 'denunciation' || row.kept_from.length > 0;
    }),
  sees: async (member, handOffId) => serves(member) && handOffs.ofOfficers.exists(officerOf(member), handOffId),
});
