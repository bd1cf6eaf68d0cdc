/** Pictures that officers sent: shown to the citizen of the talk, to officers who see it, and to whoever is about to send one. */
import type { StaffMember } from '../staff/staff.ts';
import type { Store } from '../store/index.ts';
import { officerOf, serves } from './officer-desk-parts.ts';

export interface ShownPicture {
  readonly type: string;
  readonly bytes: Buffer;
}

/** `null`: there is none of this id, or it is not his to see. */
export interface PictureShow {
  toCitizen(citizenId: string, pictureId: string): Promise<ShownPicture | null>;
  toOfficer(member: StaffMember, pictureId: string): Promise<ShownPicture | null>;
}

export function createPictureShow({ database, handOffs }: Pick<Store, 'database' | 'handOffs'>): PictureShow {
  const shown = ['type', 'bytes'] as const;
  return {
    toCitizen: async (citizenId, pictureId) =>
      (await database.withCitizen(citizenId, (handle) =>
        handle.selectFrom('hand_off_picture').select(shown).where('id', '=', pictureId).executeTakeFirst(),
      )) ?? null,
    async toOfficer(member, pictureId) {
      if (!serves(member)) return null;
      const officer = officerOf(member);
      const own = await database.withOfficer(officer, (handle) =>
        handle.selectFrom('hand_off_picture').select(shown).where('id', '=', pictureId).executeTakeFirst(),
      );
      if (own) return own;
      // A colleague's, once it was sent: for whoever sees that talk.
      const sent = await database.withJob('handOffs', (handle) =>
        handle
          .selectFrom('hand_off_picture')
          .select([...shown, 'hand_off_id'])
          .where('id', '=', pictureId)
          .executeTakeFirst(),
      );
      if (!sent?.hand_off_id || !(await handOffs.ofOfficers.exists(officer, sent.hand_off_id))) return null;
      return { type: sent.type, bytes: sent.bytes };
    },
  };
}
