/** Sign-in sessions, second factors, tries, and accounts of other channels bound to a person. */
import { type Kysely, sql } from 'kysely';

/**
 * Tokens and codes are kept as hashes alone. A conversation that belongs to a session or a link is found by no door
 * once that is over: the policy `ingress_finds` says so, by the database's clock, which all copies of the program share.
 * `session_idle` and `session_life` stand here alone.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(database);
  for (const table of ['session', 'challenge', 'link_code', 'channel_link']) {
    const own = "citizen_id = nullif(current_setting('app.citizen_id', true), '')::uuid";
    await sql
      .raw(`
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy own_rows on ${table} to app_rt using (${own}) with check (${own});
    `)
      .execute(database);
  }
  await sql.raw(rights).execute(database);
}

const tables = `
  create function session_idle() returns interval language sql immutable as $$ select interval '30 minutes' $$;
  create function session_life() returns interval language sql immutable as $$ select interval '8 hours' $$;

  create table session (
    id uuid primary key,
    citizen_id uuid not null references citizen (id) on update cascade on delete cascade,
    token_hash bytea not null unique,
    name_masked text not null,
    id_token_sealed bytea,
    began_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    ended_at timestamptz,
    unique (id, citizen_id)
  );
  create index session_citizen on session (citizen_id);
  create index session_age on session (began_at);

  create table login_state (
    state_hash bytea primary key,
    browser_hash bytea not null,
    return_to text not null,
    made_at timestamptz not null default now()
  );

  create table try_count (
    kind text not null,
    key bytea not null,
    count int not null,
    last_at timestamptz not null,
    free_at timestamptz not null,
    primary key (kind, key)
  );
  create index try_count_age on try_count (last_at);

  create table link_code (
    id uuid primary key,
    citizen_id uuid not null references citizen (id) on update cascade on delete cascade,
    code_hash bytea not null unique,
    expires_at timestamptz not null
  );
  create index link_code_citizen on link_code (citizen_id);

  create table channel_link (
    id uuid primary key,
    citizen_id uuid not null references citizen (id) on update cascade on delete cascade,
    channel text not null,
    account text not null,
    linked_at timestamptz not null default now(),
    unique (channel, account),
    unique (id, citizen_id)
  );
  create index channel_link_citizen on channel_link (citizen_id);

  alter table conversation add column session_id uuid, add column link_id uuid;
  alter table conversation add foreign key (session_id, citizen_id) references session (id, citizen_id) on update cascade;
  alter table conversation add foreign key (link_id, citizen_id) references channel_link (id, citizen_id) on update cascade;
  create index conversation_session on conversation (session_id);
  create index conversation_link on conversation (link_id);

  create table challenge (
    citizen_id uuid primary key references citizen (id) on update cascade on delete cascade,
    stage text not null check (stage in ('code', 'sent', 'facts')),
    dossier_id uuid references dossier (id) on delete cascade,
    code_key bytea,
    answer_hash bytea,
    tries int not null default 0,
    expires_at timestamptz not null
  );
  create index challenge_dossier on challenge (dossier_id);
  create index dossier_facts on dossier (id) where contacts ->> 'facts' is not null;
`;

const rights = `
  grant select, insert, update, delete on challenge to app_rt;
  grant select on session, link_code, channel_link to app_rt;

  grant select, insert, update (seen_at, ended_at, id_token_sealed) on session to app_job_identity;
  create policy identity_keeps on session to app_job_identity using (true) with check (true);
  grant select, insert, delete on link_code, channel_link to app_job_identity;
  create policy identity_keeps on link_code to app_job_identity using (true) with check (true);
  create policy identity_keeps on channel_link to app_job_identity using (true) with check (true);
  grant select, insert, delete on login_state to app_job_identity;
  grant select, insert, update, delete on try_count to app_job_identity;

  grant delete on citizen to app_job_identity;
  grant select (id, citizen_id, channel, external_id, session_id, link_id),
    update (citizen_id, external_id, session_id, link_id) on conversation to app_job_identity;
  create policy identity_sees on conversation for select to app_job_identity using (true);
  create policy identity_binds on conversation for update to app_job_identity using (true) with check (true);

  drop policy ingress_finds on conversation;
  grant select (id, began_at, seen_at, ended_at) on session to app_job_ingress;
  create policy ingress_checks on session for select to app_job_ingress
    using (ended_at is null and began_at > now() - session_life() and seen_at > now() - session_idle());
  grant select (id) on channel_link to app_job_ingress;
  create policy ingress_checks on channel_link for select to app_job_ingress using (true);
  grant select (session_id, link_id) on conversation to app_job_ingress;
  create policy ingress_finds on conversation for select to app_job_ingress
    using (session_id is null or exists (select from session where session.id = session_id));

  grant select (kind, count, last_at, free_at) on try_count to app_job_figures;
`;
