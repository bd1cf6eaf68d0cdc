/** What was said in a conversation, in the order in which its reader sees it; and the commune a portal named. */
import { type Kysely, sql } from 'kysely';

/**
 * `position` is microseconds since 1970, moved on by one where two would be equal: it only grows within a
 * conversation, needs no sequence that a restored backup could set back, and one taken from another conversation is
 * recognised as foreign. `key` names what the row stands for, so that it is added once. The text of a turn stays in
 * `turn`: here is only what the turn does not hold.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table conversation add column unit text;
    grant update (unit) on conversation to app_rt;

    create table utterance (
      id uuid primary key,
      conversation_id uuid not null,
      citizen_id uuid not null,
      position bigint not null,
      key text not null,
      speaker text not null check (speaker in ('citizen', 'bot')),
      turn_id uuid,
      content jsonb,
      said_at timestamptz not null,
      unique (conversation_id, position),
      unique (conversation_id, key),
      foreign key (conversation_id, citizen_id) references conversation (id, citizen_id) on update cascade on delete cascade,
      foreign key (turn_id, citizen_id) references turn (id, citizen_id) on update cascade on delete cascade
    );
    create index utterance_citizen on utterance (citizen_id);
    create index utterance_turn on utterance (turn_id);

    alter table utterance enable row level security;
    alter table utterance force row level security;
    create policy own_rows on utterance to app_rt
      using (citizen_id = nullif(current_setting('app.citizen_id', true), '')::uuid)
      with check (citizen_id = nullif(current_setting('app.citizen_id', true), '')::uuid);
    grant select, insert on utterance to app_rt;
  `)
    .execute(database);
}
