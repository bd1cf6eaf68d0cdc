/** Citizens' questions that came to nothing, for editors: masked, without who asked. */
import { sql } from 'kysely';
import { dateOf } from './clean-input.ts';
import type { Database } from './database.ts';

/** Why a question counts as unanswered. */
export type OpenBecause = 'absent' | 'asked-back' | 'marked-down' | 'nothing-found-twice';

export interface OpenQuestion {
  readonly turnId: string;
  /** Tells two persons apart for counting; never shown. */
  readonly person: string;
  readonly text: string;
  readonly at: Date;
  readonly channel: string;
  readonly because: OpenBecause;
}

export interface OpenQuestions {
  /** Newest first, at most `limit`. What had a number of a person in it, a denunciation or an emergency is not among them. */
  find(range: { readonly since: Date; readonly now: Date; readonly limit: number }): Promise<readonly OpenQuestion[]>;
}

/** A question that was asked back is given so long to be answered after all, in minutes. */
const patience = 30;

export const makeOpenQuestions = (database: Database): OpenQuestions => ({
  find: async ({ since, now, limit }) => {
    const { rows } = await database.withJob('editorial', (handle) =>
      sql<OpenQuestion>`
        select id as "turnId", citizen_id as person, asked_masked as text, asked_at as at, channel,
          case status when 'declined-absent' then 'absent' when 'clarify' then 'asked-back'
            when 'partial' then 'marked-down' else 'nothing-found-twice' end as because
        from turn t
        where asked_at >= ${dateOf(since)} and asked_at <= ${dateOf(now)} and (
          status = 'declined-absent'
          or (status = 'handed-off' and hand_off_reason = 'nothing-found-twice')
          or (status = 'partial' and id in (select turn_id from feedback))
          or (status = 'clarify' and asked_at < ${dateOf(new Date(now.getTime() - patience * 60_000))}
            and not exists (select from turn later where later.conversation_id = t.conversation_id and later.seq > t.seq
              and later.status in ('answered', 'partial', 'place', 'declined-other-level')
              and later.asked_at < t.asked_at + make_interval(mins => ${patience}))))
        order by asked_at desc, id limit ${limit}`.execute(handle),
    );
    return rows;
  },
});
