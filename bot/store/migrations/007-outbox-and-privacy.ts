/** What leaves for citizens (the outbox), what they agreed to, what they asked to be told, and what must be kept or erased. */
import { type Kysely, sql } from 'kysely';

/**
 * An outbox row is claimed with a lease and a fencing number: a copy of the program that was away too long cannot
 * settle what another has taken over. Its content is emptied once it was sent. Consent outlives an erasure, as the proof
 * that it was given and taken back; it holds no word of the citizen's.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table citizen add column known boolean not null generated always as (person_key is not null) stored;
    alter table turn add column sealed boolean not null generated always as (slots_sealed is not null) stored;

    create table consent (
      id uuid primary key,
      citizen_id uuid not null references citizen (id) on update cascade,
      purpose text not null,
      said text not null,
      channel text not null,
      given_at timestamptz not null,
      withdrawn_at timestamptz
    );
    create index consent_citizen on consent (citizen_id);

    create table notice_choice (
      id uuid primary key,
      citizen_id uuid not null references citizen (id) on update cascade on delete cascade,
      consent_id uuid not null references consent (id),
      channel text not null,
      address text not null,
      since timestamptz not null,
      stopped_at timestamptz
    );
    create index notice_choice_citizen on notice_choice (citizen_id);
    create unique index notice_choice_active on notice_choice (citizen_id, channel, address) where stopped_at is null;

    create table told_notice (
      citizen_id uuid not null references citizen (id) on update cascade on delete cascade,
      dossier_id uuid not null references dossier (id) on delete cascade,
      slot text not null check (slot in ('state', 'due', 'late')),
      about text not null,
      count int not null default 1,
      told_at timestamptz not null,
      primary key (citizen_id, dossier_id, slot)
    );
    create index told_notice_dossier on told_notice (dossier_id);

    create table outbox (
      id uuid primary key,
      citizen_id uuid not null references citizen (id) on update cascade on delete cascade,
      channel text not null,
      address text not null,
      kind text not null,
      key text not null,
      content jsonb,
      state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'ambiguous')),
      not_before timestamptz not null,
      not_after timestamptz,
      attempts int not null default 0,
      lease_until timestamptz,
      fence bigint not null default 0,
      reason text,
      created_at timestamptz not null,
      settled_at timestamptz,
      unique (channel, key)
    );
    create index outbox_citizen on outbox (citizen_id);
    create index outbox_queued on outbox (channel, not_before) where state = 'queued';
    create index outbox_settled on outbox (settled_at) where state <> 'queued';

    create table erasure (
      id uuid primary key,
      citizen_id uuid not null references citizen (id) on update cascade,
      asked_at timestamptz not null,
      not_before timestamptz not null,
      done_at timestamptz,
      counts jsonb
    );
    create index erasure_citizen on erasure (citizen_id);
    create unique index erasure_open on erasure (citizen_id) where done_at is null;

    create table legal_hold (
      id uuid primary key,
      citizen_id uuid not null references citizen (id) on update cascade,
      reason text not null,
      ordered_by text not null,
      since timestamptz not null,
      released_at timestamptz
    );
    create index legal_hold_citizen on legal_hold (citizen_id);
  `)
    .execute(database);
  for (const table of ['consent', 'notice_choice', 'told_notice', 'outbox', 'erasure', 'legal_hold']) {
    const own = `citizen_id = nullif(current_setting('app.citizen_id', true), '')::uuid`;
    await sql
      .raw(`
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy own_rows on ${table} to app_rt using (${own}) with check (${own});
    `)
      .execute(database);
  }
  await grant(database);
}

async function grant(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    grant select, insert on consent, notice_choice, outbox, erasure to app_rt;
    grant update (withdrawn_at) on consent to app_rt;
    grant update (stopped_at) on notice_choice to app_rt;
    grant delete on erasure to app_rt;
    grant select (citizen_id, released_at) on legal_hold to app_rt;

    grant usage on schema public to app_job_outbox, app_job_notices, app_job_privacy;
    grant insert (actor, action, object, detail) on audit to app_job_outbox, app_job_notices, app_job_privacy;

    grant select on notice_choice to app_job_notices;
    create policy notices_read on notice_choice for select to app_job_notices using (true);
    grant select (id, person_key) on citizen to app_job_notices;
    create policy notices_read on citizen for select to app_job_notices using (true);
    grant select on dossier_person to app_job_notices;
    create policy notices_read on dossier_person for select to app_job_notices using (true);
    grant select (id, code, procedure, status, promised_at, updated_at, kept_at) on dossier to app_job_notices;
    create policy notices_read on dossier for select to app_job_notices using (true);
    grant select, insert, update on told_notice to app_job_notices;
    create policy notices_write on told_notice for all to app_job_notices using (true) with check (true);
    grant insert, select (id, channel, key) on outbox to app_job_notices;
    create policy notices_queue on outbox for all to app_job_notices using (true) with check (true);

    grant select on outbox to app_job_outbox;
    grant update (state, content, not_before, attempts, lease_until, fence, reason, settled_at) on outbox to app_job_outbox;
    create policy outbox_sends on outbox for all to app_job_outbox using (true) with check (true);

    grant select (known) on citizen to app_job_retention;
    grant delete on told_notice to app_job_retention;
    grant select (citizen_id) on told_notice to app_job_retention;
    create policy retention_works on told_notice for all to app_job_retention using (true);
    grant select on erasure, legal_hold to app_job_retention;
    grant update (done_at, counts) on erasure to app_job_retention;
    grant select (id, citizen_id, settled_at, state), delete on outbox to app_job_retention;
    grant select (id, citizen_id, consent_id, stopped_at), delete on notice_choice to app_job_retention;
    grant select (id, citizen_id, withdrawn_at), delete on consent to app_job_retention;
    grant update (withdrawn_at) on consent to app_job_retention;
    grant select (id, citizen_id, asked_at, sealed), update (slots_sealed) on turn to app_job_retention;
    create policy retention_finds on turn for select to app_job_retention using (true);
    create policy retention_unseals on turn for update to app_job_retention using (true);
    create policy retention_works on erasure for all to app_job_retention using (true) with check (true);
    create policy retention_reads on legal_hold for select to app_job_retention using (true);
    create policy retention_works on outbox for all to app_job_retention using (true);
    create policy retention_works on notice_choice for all to app_job_retention using (true);
    create policy retention_works on consent for all to app_job_retention using (true) with check (true);

    grant select, insert on legal_hold to app_job_privacy;
    grant update (released_at) on legal_hold to app_job_privacy;
    grant select (id) on citizen to app_job_privacy;
    create policy privacy_holds on legal_hold for all to app_job_privacy using (true) with check (true);
    create policy privacy_finds on citizen for select to app_job_privacy using (true);
  `)
    .execute(database);
}
