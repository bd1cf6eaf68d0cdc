/** Staff: accounts, sessions, presence, and the calls to their phones. Nothing here is about a citizen. */
import { type Kysely, sql } from 'kysely';

/**
 * What proves who somebody is (`staff_secret`, `staff_recovery`, tokens) is read by the job that signs staff in, and by
 * nobody else: the job that keeps accounts may empty it and not read it. Tokens and codes are kept as hashes alone.
 * `staff_session_idle`, `staff_session_life` and `staff_unseen` stand here alone.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(accounts).execute(database);
  await sql.raw(calls).execute(database);
  await sql.raw(rights).execute(database);
}

const accounts = `
  create function staff_session_idle() returns interval language sql immutable as $$ select interval '30 minutes' $$;
  create function staff_session_life() returns interval language sql immutable as $$ select interval '12 hours' $$;
  create function staff_unseen() returns interval language sql immutable as $$ select interval '90 seconds' $$;

  create table staff (
    id uuid primary key,
    login text not null unique check (login = lower(login)),
    name text not null,
    email text unique check (email = lower(email)),
    oidc_subject text unique,
    role text not null check (role in ('officer', 'editor', 'supervisor', 'admin')),
    unit text not null check (unit ~ '^[0-9]{2}([0-9]{3})?$'),
    skills text[] not null default '{}',
    desk text,
    active boolean not null default true,
    made_at timestamptz not null default now(),
    signed_in_at timestamptz
  );
  create index staff_unit on staff (unit);

  create table staff_secret (
    staff_id uuid primary key references staff (id) on delete cascade,
    password_hash text,
    totp_sealed bytea,
    totp_step bigint not null default 0,
    enrol_until timestamptz,
    has_password boolean not null generated always as (password_hash is not null) stored,
    has_code boolean not null generated always as (totp_sealed is not null) stored
  );

  create table staff_recovery (
    staff_id uuid not null references staff (id) on delete cascade,
    code_hash bytea not null,
    used_at timestamptz,
    primary key (staff_id, code_hash)
  );

  create table staff_link (
    id uuid primary key,
    staff_id uuid not null references staff (id) on delete cascade,
    kind text not null check (kind in ('first-admin', 'activate', 'second-factor')),
    token_hash bytea not null unique,
    made_by text not null,
    again boolean not null default false,
    expires_at timestamptz not null,
    used_at timestamptz
  );
  create index staff_link_staff on staff_link (staff_id);

  create table staff_session (
    id uuid primary key,
    staff_id uuid not null references staff (id) on delete cascade,
    token_hash bytea not null unique,
    way text not null check (way in ('password', 'password+code', 'oidc', 'oidc+code', 'recovery')),
    browser text not null,
    began_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    ended_at timestamptz,
    ended_by text
  );
  create index staff_session_staff on staff_session (staff_id);
  create index staff_session_age on staff_session (began_at);

  create table staff_login_state (
    token_hash bytea primary key,
    browser_hash bytea not null,
    stage text not null check (stage in ('oidc', 'code', 'enrol')),
    staff_id uuid references staff (id) on delete cascade,
    way text,
    totp_sealed bytea,
    return_to text not null,
    made_at timestamptz not null default now()
  );
  create index staff_login_state_staff on staff_login_state (staff_id);

  create table staff_presence (
    staff_id uuid primary key references staff (id) on delete cascade,
    state text not null check (state in ('available', 'away', 'offline')),
    reason text,
    changed_at timestamptz not null default now(),
    seen_at timestamptz
  );
  create function staff_state(state text, seen_at timestamptz) returns text language sql stable as $$
    select case when seen_at > now() - staff_unseen() then state else 'offline' end
  $$;
`;

const calls = `
  create table staff_push (
    id uuid primary key,
    staff_id uuid not null references staff (id) on delete cascade,
    endpoint text not null unique,
    p256dh text not null,
    auth text not null,
    made_at timestamptz not null default now(),
    sent_at timestamptz
  );
  create index staff_push_staff on staff_push (staff_id);

  create table staff_account (
    staff_id uuid not null references staff (id) on delete cascade,
    channel text not null,
    account text not null,
    linked_at timestamptz not null default now(),
    primary key (channel, account),
    unique (staff_id, channel)
  );
  create table staff_account_code (
    staff_id uuid primary key references staff (id) on delete cascade,
    code_hash bytea not null unique,
    expires_at timestamptz not null
  );

  create table staff_call (
    id uuid primary key,
    staff_id uuid not null references staff (id) on delete cascade,
    way text not null,
    push_id uuid references staff_push (id) on delete set null,
    kind text not null,
    hand_off_id uuid not null,
    code text not null,
    key text not null,
    state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'ambiguous')),
    not_before timestamptz not null default now(),
    not_after timestamptz not null,
    attempts int not null default 0,
    lease_until timestamptz,
    fence bigint not null default 0,
    reason text,
    made_at timestamptz not null default now(),
    settled_at timestamptz,
    unique (staff_id, way, key)
  );
  create index staff_call_queued on staff_call (not_before) where state = 'queued';
  create index staff_call_push on staff_call (push_id);
`;

const rights = `
  grant usage on schema public to app_job_sign_in, app_job_staff, app_job_calls;
  grant insert (actor, action, object, detail) on audit to app_job_sign_in, app_job_staff, app_job_calls, app_job_audit;

  grant select (id, name, role, unit, skills, desk, active) on staff to app_rt, app_officer, app_job_calls;
  grant select on staff_presence to app_rt, app_officer, app_job_calls;

  grant select, update (email, oidc_subject, role, signed_in_at) on staff to app_job_sign_in;
  grant select, insert, update on staff_secret to app_job_sign_in;
  grant select, insert, update (used_at), delete on staff_recovery to app_job_sign_in;
  grant select, update (used_at) on staff_link to app_job_sign_in;
  grant select, insert, update (seen_at, ended_at, ended_by) on staff_session to app_job_sign_in;
  grant select, insert, delete on staff_login_state to app_job_sign_in;
  grant select, insert, update on staff_presence to app_job_sign_in;
  grant select, insert, update on try_count to app_job_sign_in;

  grant select, insert, update (login, name, email, oidc_subject, role, unit, skills, desk, active) on staff to app_job_staff;
  grant select (staff_id, has_password, has_code), update (totp_sealed, enrol_until) on staff_secret to app_job_staff;
  grant select (staff_id), delete on staff_recovery to app_job_staff;
  grant select (id, staff_id, kind, expires_at, used_at), insert, update (used_at) on staff_link to app_job_staff;
  grant select (id, staff_id, way, browser, began_at, seen_at, ended_at), update (ended_at, ended_by)
    on staff_session to app_job_staff;
  grant select (staff_id), delete on staff_login_state to app_job_staff;
  grant select, insert, update on staff_presence to app_job_staff;
  grant select, insert, delete on staff_push, staff_account, staff_account_code to app_job_staff;
  grant select (kind, key), update (count, free_at) on try_count to app_job_staff;

  grant select, update (sent_at), delete on staff_push to app_job_calls;
  grant select on staff_account to app_job_calls;
  grant select, insert, update (state, not_before, attempts, lease_until, fence, reason, settled_at, push_id)
    on staff_call to app_job_calls;

  grant select (id, began_at, seen_at, ended_at), delete on staff_session to app_job_retention;
  grant select (made_at), delete on staff_login_state to app_job_retention;
  grant select (id, expires_at, used_at), delete on staff_link to app_job_retention;
  grant select (id, settled_at, state), delete on staff_call to app_job_retention;
`;
