/** Figures that outlive the talks they were counted from; switches; the emergency banner. */
import { type Kysely, sql } from 'kysely';

/**
 * The job that counts sees of a turn what it was about and how it ended, never what was said or by whom: `code` and
 * `silent` are drawn from the answer by the database. The tables of figures hold counts and lengths of time without any
 * id, so they are no citizen's and stay when a talk is erased.
 *
 * `switch` and `banner` belong to nobody: everybody reads them, one job alone writes them, with the audit log.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(database);
  await sql.raw(rights).execute(database);
}

const tables = `
  alter table turn
    add column unit text,
    add column code text generated always as (answer #>> '{answer,codes,0}') stored,
    add column silent boolean not null
      generated always as (coalesce(answer #> '{answer,blocks}' = '[]'::jsonb, false)) stored;
  create index turn_asked on turn (asked_at);
  create index dossier_promised on dossier (promised_at);

  create table figure_day (
    day date primary key,
    counted_at timestamptz not null
  );

  create table figure_turn (
    day date not null,
    unit text not null,
    channel text not null,
    status text not null,
    code text not null,
    turns int not null,
    begun int not null,
    up int not null,
    down int not null,
    primary key (day, unit, channel, status, code)
  );
  create index figure_turn_unit on figure_turn (unit, day);

  create table figure_hand_off (
    day date not null,
    unit text not null,
    channel text not null,
    cause text not null,
    lost text,
    wait_s int,
    open_wait_s int,
    handling_s int,
    rating smallint
  );
  create index figure_hand_off_day on figure_hand_off (day);

  create table switch (
    id uuid primary key,
    what text not null,
    unit text,
    because text not null check (length(btrim(because)) between 3 and 500),
    by text not null,
    since timestamptz not null,
    until timestamptz,
    ended_at timestamptz,
    ended_by text,
    ended_because text,
    check (until is null or until > since)
  );
  create unique index switch_open on switch (what, coalesce(unit, '')) where ended_at is null;

  create table banner (
    id uuid primary key,
    text_vi text not null check (length(text_vi) between 1 and 300),
    text_en text not null check (length(text_en) between 1 and 300),
    severity text not null check (severity in ('notice', 'warning', 'danger')),
    units text[],
    from_at timestamptz not null,
    to_at timestamptz not null,
    made_by text not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    ended_by text,
    check (to_at > from_at)
  );
  create index banner_end on banner (to_at);
`;

const rights = `
  grant usage on schema public to app_job_switches;
  grant insert (actor, action, object, detail) on audit to app_job_switches;
  grant select on switch, banner to app_rt;
  grant select, insert on switch, banner to app_job_switches;
  grant update (until, ended_at, ended_by, ended_because) on switch to app_job_switches;
  grant update (ended_at, ended_by) on banner to app_job_switches;

  grant update (unit) on turn to app_rt;
  grant select (id, seq, unit, code, silent) on turn to app_job_figures;
  grant select (turn_id, verdict) on feedback to app_job_figures;
  create policy figures_count on feedback for select to app_job_figures using (true);
  grant select (unit, procedure, status, promised_at) on dossier to app_job_figures;
  create policy figures_count on dossier for select to app_job_figures using (true);
  grant select (unit, channel, cause, practice, call_count, told_opens_at, escalation, asked_at, claimed_at, first_reply_at,
    closed_at, closed_as, rating) on hand_off to app_job_figures;
  create policy figures_count on hand_off for select to app_job_figures using (not practice);
  grant select, insert, delete on figure_turn, figure_hand_off to app_job_figures;
  grant select, insert, update on figure_day to app_job_figures;
`;
