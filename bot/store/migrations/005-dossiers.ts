/** Filed cases, who may see each, and how far each source has been read. */
import { type Kysely, sql } from 'kysely';

/**
 * A person is known by `person_key`, a keyed hash of the 12-digit number: the number itself is nowhere. A dossier is
 * seen by a citizen whose key stands in `dossier_person`, or who proved to be one of them by a second factor
 * (`dossier_proof`), for as long as that lasts. The two functions run as who asks, so the policies of the tables they
 * read hold in them; as sub-selects they are computed once for a statement, not once a row.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table citizen add column person_key bytea unique;
    revoke insert on citizen from app_rt;
    grant insert (id, created_at) on citizen to app_rt;

    create table dossier (
      id uuid primary key,
      code text not null unique,
      code_digits text not null,
      source text not null,
      unit text,
      procedure text,
      status text,
      received_at timestamptz,
      promised_at timestamptz,
      updated_at timestamptz,
      kept_at timestamptz not null,
      contacts jsonb not null,
      details jsonb not null
    );
    create index dossier_unit on dossier (unit, received_at);
    create index dossier_digits on dossier (code_digits);

    create table dossier_person (
      dossier_id uuid not null references dossier (id) on delete cascade,
      person_key bytea not null,
      role text not null check (role in ('applicant', 'filer', 'guardian', 'authorised')),
      primary key (person_key, dossier_id, role)
    );
    create index dossier_person_dossier on dossier_person (dossier_id);

    create table dossier_proof (
      citizen_id uuid not null references citizen (id) on update cascade on delete cascade,
      dossier_id uuid not null references dossier (id) on delete cascade,
      rung text not null,
      granted_at timestamptz not null,
      expires_at timestamptz not null,
      primary key (citizen_id, dossier_id)
    );
    create index dossier_proof_dossier on dossier_proof (dossier_id);

    create table source_cursor (
      source text primary key,
      cursor text,
      moved_at timestamptz,
      holder uuid,
      fence bigint not null default 0,
      held_until timestamptz
    );

    create function my_person_key() returns bytea language sql stable set search_path = public, pg_temp as $$
      select person_key from citizen where id = nullif(current_setting('app.citizen_id', true), '')::uuid
    $$;
    create function my_dossiers() returns setof uuid language sql stable set search_path = public, pg_temp as $$
      select dossier_id from dossier_person where person_key = (select my_person_key())
      union
      select dossier_id from dossier_proof
      where citizen_id = nullif(current_setting('app.citizen_id', true), '')::uuid and expires_at > now()
    $$;
  `)
    .execute(database);
  await protect(database, {
    dossier: 'id in (select my_dossiers())',
    dossier_person: 'person_key = (select my_person_key())',
    dossier_proof: "citizen_id = nullif(current_setting('app.citizen_id', true), '')::uuid",
  });
  await grantRights(database);
}

async function protect(database: Kysely<unknown>, rules: Readonly<Record<string, string>>): Promise<void> {
  for (const [table, own] of Object.entries(rules)) {
    await sql
      .raw(`
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy own_rows on ${table} to app_rt using (${own}) with check (${own});
    `)
      .execute(database);
  }
}

/** Citizens read. The job that keeps what a source tells cannot read what a case says; the one that proves who asks sees codes and phones. */
async function grantRights(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    grant select on dossier, dossier_person, dossier_proof to app_rt;

    grant usage on schema public to app_job_dossiers, app_job_identity;
    grant insert (actor, action, object, detail) on audit to app_job_dossiers, app_job_identity;

    grant select (id, code, source, updated_at), insert on dossier to app_job_dossiers;
    grant update (code_digits, unit, procedure, status, received_at, promised_at, updated_at, kept_at, contacts, details)
      on dossier to app_job_dossiers;
    create policy job_keeps on dossier to app_job_dossiers using (true) with check (true);
    grant select, insert, delete on dossier_person to app_job_dossiers;
    create policy job_keeps on dossier_person to app_job_dossiers using (true) with check (true);
    grant select, insert, update on source_cursor to app_job_dossiers;

    grant select (id, code, code_digits, contacts) on dossier to app_job_identity;
    create policy identity_finds on dossier for select to app_job_identity using (true);
    grant select on dossier_person to app_job_identity;
    create policy identity_finds on dossier_person for select to app_job_identity using (true);
    grant select, insert, update, delete on dossier_proof to app_job_identity;
    create policy identity_grants on dossier_proof to app_job_identity using (true) with check (true);
    grant select (id, person_key), insert (id, created_at, person_key), update (person_key) on citizen to app_job_identity;
    create policy identity_binds on citizen to app_job_identity using (true) with check (true);

    grant select on dossier to app_officer;
    create policy own_unit on dossier for select to app_officer
      using (unit = nullif(current_setting('app.officer_unit', true), ''));
  `)
    .execute(database);
}
