/** Calls that go on: what was said last and what comes next, so that any copy of the program can take the next turn. */
import { type Kysely, sql } from 'kysely';

/**
 * A call belongs to its conversation and goes with it. What was said lies sealed; once the call is over it is emptied,
 * and the row that is left for a while tells a repeat of its hooks. One turn at a time is in work, under a lease with a
 * fence: a later turn takes the call from an earlier one.
 *
 * A call that was put through is the hand-off of the console: the queue's job notes that somebody picked up.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create table phone_call (
      id uuid primary key,
      citizen_id uuid not null,
      conversation_id uuid not null unique,
      turn int not null default -1,
      working int,
      fence bigint not null default 0,
      lease_until timestamptz,
      content_sealed bytea,
      heard_at timestamptz not null,
      ended_at timestamptz,
      check (ended_at is null or content_sealed is null),
      foreign key (conversation_id, citizen_id) references conversation (id, citizen_id) on update cascade on delete cascade
    );
    create index phone_call_citizen on phone_call (citizen_id);
    create index phone_call_heard on phone_call (heard_at) where ended_at is null;
    create index phone_call_ended on phone_call (ended_at);
    alter table phone_call enable row level security;
    alter table phone_call force row level security;
    create policy own_rows on phone_call to app_rt
      using (citizen_id = nullif(current_setting('app.citizen_id', true), '')::uuid)
      with check (citizen_id = nullif(current_setting('app.citizen_id', true), '')::uuid);
    grant select, insert on phone_call to app_rt;
    grant update (turn, working, fence, lease_until, content_sealed, heard_at, ended_at) on phone_call to app_rt;

    grant select (id, citizen_id, heard_at, ended_at), update (content_sealed, ended_at), delete on phone_call to app_job_retention;
    create policy retention_works on phone_call for all to app_job_retention using (true) with check (true);

    grant update (claimed_at, first_reply_at, spoke_at) on hand_off to app_job_hand_offs;
  `)
    .execute(database);
}
