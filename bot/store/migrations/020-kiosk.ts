/** Kiosks: the devices that are registered, visits at them, and checklists that are carried away. */
import { type Kysely, sql } from 'kysely';

/**
 * A visit is one person's time at a screen. Its conversation is found by no door once the visit is over (`ingress_finds`)
 * and by the database's clock, which all copies of the program share; a conversation of the channel without a visit is
 * found by none at all. `visit_idle` and `visit_life` stand here alone.
 *
 * A checklist holds nothing of a person: a procedure, a commune, a language. It is nobody's, so everybody reads it.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const part of [tables, rights, doors]) await sql.raw(part).execute(database);
}

const tables = `
  create function visit_idle() returns interval language sql immutable as $$ select interval '2 minutes' $$;
  create function visit_life() returns interval language sql immutable as $$ select interval '30 minutes' $$;

  create table kiosk_device (
    id uuid primary key,
    name text not null,
    unit text,
    key_hash bytea not null unique,
    made_at timestamptz not null default now(),
    seen_at timestamptz,
    removed_at timestamptz
  );
  create table kiosk_visit (
    id uuid primary key,
    device_id uuid references kiosk_device (id),
    thread text not null unique,
    began_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    ended_at timestamptz,
    ended_as text check (ended_as in ('done', 'replaced', 'removed')),
    rating int check (rating between 1 and 5),
    check ((ended_at is null) = (ended_as is null))
  );
  create unique index kiosk_visit_open on kiosk_visit (device_id) where ended_at is null;
  create index kiosk_visit_age on kiosk_visit (began_at);

  create table checklist (
    code text primary key,
    digits text not null unique,
    procedure text not null,
    unit text,
    locale text not null check (locale in ('vi', 'en')),
    made_at timestamptz not null,
    until timestamptz not null
  );
  create index checklist_age on checklist (until);
`;

const rights = `
  alter table kiosk_device enable row level security;
  alter table kiosk_device force row level security;
  alter table kiosk_visit enable row level security;
  alter table kiosk_visit force row level security;
  grant usage on schema public to app_job_kiosk;
  grant insert (actor, action, object, detail) on audit to app_job_kiosk;
  grant select, insert, update (seen_at, removed_at) on kiosk_device to app_job_kiosk;
  grant select, insert, update (seen_at, ended_at, ended_as, rating) on kiosk_visit to app_job_kiosk;
  create policy kiosk_works on kiosk_device to app_job_kiosk using (true) with check (true);
  create policy kiosk_works on kiosk_visit to app_job_kiosk using (true) with check (true);
  grant select (began_at), delete on kiosk_visit to app_job_retention;
  create policy retention_works on kiosk_visit for all to app_job_retention using (true);

  grant select (id, citizen_id, channel, external_id) on conversation to app_job_kiosk;
  create policy kiosk_finds on conversation for select to app_job_kiosk using (channel = 'kiosk');
  grant select (citizen_id), delete on dossier_proof, challenge to app_job_kiosk;
  create policy kiosk_ends on dossier_proof to app_job_kiosk
    using (citizen_id in (select c.citizen_id from conversation c where c.channel = 'kiosk'));
  create policy kiosk_ends on challenge to app_job_kiosk
    using (citizen_id in (select c.citizen_id from conversation c where c.channel = 'kiosk'));

  grant select, insert on checklist to app_rt;
  grant select (until), delete on checklist to app_job_retention;
`;

const lasting = 'ended_at is null and began_at > now() - visit_life() and seen_at > now() - visit_idle()';
const doors = `
  grant select (thread, began_at, seen_at, ended_at) on kiosk_visit to app_job_ingress, app_rt;
  create policy ingress_checks on kiosk_visit for select to app_job_ingress, app_rt using (${lasting});
  drop policy ingress_finds on conversation;
  create policy ingress_finds on conversation for select to app_job_ingress
    using ((session_id is null or exists (select from session where session.id = session_id))
      and (channel <> 'kiosk' or exists (
        select from kiosk_visit v where v.thread = external_id)));
`;
