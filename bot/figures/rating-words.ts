/** What citizens wrote beside their stars: for whoever sees the talks anyway, masked, and each look is written down. */
import { sql } from 'kysely';
import type { StaffMember } from '../staff/staff.ts';
import { addAudit } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import { maskForLog } from '../understand/mask-identity.ts';
import { addDays, beginOf } from './iso-week.ts';

export interface RatingWord {
  readonly stars: number;
  readonly word: string;
  /** Day in Vietnam. */
  readonly day: string;
}

const most = 200;

/** By the officer's own rights in the database: his unit's, and no denunciation that is not his desk's. */
export const ratingWords = (
  database: Database,
  member: StaffMember,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly RatingWord[]> =>
  database.withOfficer(member, async (handle) => {
    const { rows } = await sql<RatingWord>`
      select rating as stars, rating_word as word, ((asked_at at time zone 'Asia/Ho_Chi_Minh')::date)::text as day
      from hand_off
      where rating is not null and rating_word is not null and not practice and cause <> 'denunciation'
        and asked_at >= ${beginOf(from)} and asked_at < ${beginOf(addDays(to, 1))}
      order by asked_at desc limit ${most}`.execute(handle);
    const detail = { from, to, count: rows.length };
    await addAudit(handle, {
      actor: `staff:${member.id}`,
      action: 'rating-words-read',
      object: `unit:${member.unit}`,
      detail,
    });
    return rows.map((row) => ({ ...row, word: maskForLog(row.word) }));
  });
