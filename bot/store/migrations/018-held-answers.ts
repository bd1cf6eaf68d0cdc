/** Answers of the bot that wait for an officer's look, and the rules that say which do. */
import { type Kysely, sql } from 'kysely';

/**
 * A held draft belongs to a hand-off: whoever sees that one sees its drafts, and one owner at a time decides. It goes
 * out by itself after `release_at`; the queue's job learns that it is due and nothing of what it says.
 *
 * `hold_rule` belongs to nobody: everybody reads, one job alone writes, with the audit log. `unit` '' is everywhere.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create table hold_rule (
      unit text primary key,
      statuses text[] not null,
      fields text[] not null,
      minutes int not null check (minutes between 1 and 30),
      set_by text not null,
      set_at timestamptz not null
    );
    grant select on hold_rule to app_rt;
    grant select, insert, update, delete on hold_rule to app_job_switches;

    create table held_draft (
      id uuid primary key,
      citizen_id uuid not null,
      hand_off_id uuid not null,
      conversation_id uuid not null,
      message_id text not null,
      turn_id uuid,
      question text not null,
      answer jsonb not null,
      state text not null check (state in ('held', 'sent', 'dropped', 'released', 'cancelled')),
      held_at timestamptz not null,
      release_at timestamptz not null,
      decided_at timestamptz,
      officer_id uuid,
      officer_name text,
      edited boolean,
      knowledge_id uuid,
      unique (conversation_id, message_id),
      check (release_at > held_at),
      foreign key (hand_off_id, citizen_id) references hand_off (id, citizen_id) on update cascade on delete cascade
    );
    create index held_draft_citizen on held_draft (citizen_id);
    create index held_draft_of on held_draft (hand_off_id, held_at);
    create index held_draft_due on held_draft (release_at) where state = 'held';
    alter table held_draft enable row level security;
    alter table held_draft force row level security;
    create policy own_rows on held_draft to app_rt
      using (citizen_id = nullif(current_setting('app.citizen_id', true), '')::uuid)
      with check (citizen_id = nullif(current_setting('app.citizen_id', true), '')::uuid);
    grant select, insert, update (state, decided_at) on held_draft to app_rt;

    grant select, update (state, decided_at, officer_id, officer_name, edited, knowledge_id) on held_draft to app_officer;
    create policy officer_sees on held_draft for select to app_officer using (hand_off_id in (select id from hand_off));
    create policy officer_decides on held_draft for update to app_officer
      using (hand_off_id in (select id from hand_off)) with check (true);

    grant select (id, citizen_id, hand_off_id, state, held_at, release_at) on held_draft to app_job_hand_offs;
    create policy hand_offs_queue on held_draft for select to app_job_hand_offs using (true);
  `)
    .execute(database);
}
