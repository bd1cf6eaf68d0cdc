/** Citizens, their conversations, turns and feedback, each row seen by its own citizen alone. */
import { type Kysely, sql } from 'kysely';

/**
 * The pairs `(id, citizen_id)` are keys so that a row can only point to a row of the same citizen: PostgreSQL checks
 * foreign keys without row-level security. They cascade on update so that an anonymous citizen can be merged once.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create table citizen (
      id uuid primary key,
      created_at timestamptz not null
    );
    create table conversation (
      id uuid primary key,
      citizen_id uuid not null references citizen (id) on update cascade on delete cascade,
      channel text not null,
      external_id text not null,
      locale text not null,
      memory jsonb not null,
      version bigint not null default 0,
      owner_officer uuid,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      unique (channel, external_id),
      unique (id, citizen_id)
    );
    create index conversation_citizen on conversation (citizen_id);
    create index conversation_age on conversation (updated_at);
    create table turn (
      id uuid primary key,
      conversation_id uuid not null,
      citizen_id uuid not null,
      channel text not null,
      seq bigint not null,
      message_id text not null,
      asked_masked text not null,
      slots_sealed bytea,
      asked_at timestamptz not null,
      answer jsonb,
      status text,
      answered_at timestamptz,
      ms int,
      unique (conversation_id, message_id),
      unique (conversation_id, seq),
      unique (id, citizen_id),
      foreign key (conversation_id, citizen_id) references conversation (id, citizen_id) on update cascade on delete cascade
    );
    create index turn_citizen on turn (citizen_id);
    create index turn_unanswered on turn (asked_at) where answered_at is null;
    create table feedback (
      id uuid primary key,
      citizen_id uuid not null,
      turn_id uuid not null unique,
      verdict text not null,
      reason text,
      at timestamptz not null,
      foreign key (turn_id, citizen_id) references turn (id, citizen_id) on update cascade on delete cascade
    );
    create index feedback_citizen on feedback (citizen_id);
  `)
    .execute(database);
  await protect(database, { citizen: 'id', conversation: 'citizen_id', turn: 'citizen_id', feedback: 'citizen_id' });
  await sql
    .raw(`
    grant usage on schema public to app_rt;
    grant select, insert on citizen, conversation, turn, feedback to app_rt;
    grant update (memory, version, locale, updated_at) on conversation to app_rt;
    grant update (answer, status, answered_at, ms) on turn to app_rt;
    grant update (verdict, reason, at) on feedback to app_rt;
    grant select on kysely_migration to app_rt;
  `)
    .execute(database);
}

/** Own rows only. After a transaction an unset setting reads as '', not null, hence `nullif`. */
async function protect(database: Kysely<unknown>, tables: Readonly<Record<string, string>>): Promise<void> {
  for (const [table, column] of Object.entries(tables)) {
    const own = `${column} = nullif(current_setting('app.citizen_id', true), '')::uuid`;
    await sql
      .raw(`
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy own_rows on ${table} to app_rt using (${own}) with check (${own});
    `)
      .execute(database);
  }
}
