/** What editors learn from: questions nobody could answer, drafts made of them, weekly samples, practice talks. */
import { type Kysely, sql } from 'kysely';

/** Marks that stand for a number or an address, also after retention has emptied what was sealed. */
const marked = String.raw`asked_masked ~ '\[[^][0-9]{2,30} [0-9]+\]'`;
/** Turns that may be read at all: no number of a person was in them, and no talk of a denunciation has them. */
const harmless = `slots_sealed is null and not (${marked})
  and conversation_id not in (select id from conversation where kept_for is not null)
  and conversation_id not in (select conversation_id from hand_off where cause = 'denunciation' or practice)`;

/**
 * No table here points to a citizen, a conversation or a turn: a turn is named by its id alone, and what became of it
 * (erased, past its time) is simply no longer found. Drafts hold an editor's words.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table turn add column hand_off_reason text generated always as (answer -> 'answer' ->> 'handOffReason') stored;

    create table editorial_draft (
      id uuid primary key,
      kind text not null check (kind in ('way', 'card', 'not-ours', 'guide', 'ignored')),
      content jsonb not null,
      turn_ids uuid[] not null,
      asked_by_count int not null,
      state text not null check (state in ('draft', 'waiting', 'approved', 'refused', 'taken-back')),
      edition int not null default 1,
      author uuid not null,
      author_name text not null,
      approver uuid,
      approver_name text,
      because text not null default '',
      made_at timestamptz not null,
      decided_at timestamptz,
      check (state <> 'approved' or approver is not null)
    );
    create index editorial_draft_state on editorial_draft (state, made_at);

    create table editorial_version (
      number int primary key,
      did text not null check (did in ('approve', 'take-back')),
      draft_id uuid not null references editorial_draft (id),
      by_name text not null,
      at timestamptz not null
    );

    create table sample_item (
      id uuid primary key,
      week text not null,
      turn_id uuid not null,
      position int not null,
      status text not null,
      field text not null,
      stratum text not null,
      in_stratum int not null,
      asked_on text not null,
      channel text not null,
      drawn_at timestamptz not null,
      unique (week, turn_id),
      unique (week, position)
    );
    create table sample_mark (
      item_id uuid not null references sample_item (id) on delete cascade,
      editor uuid not null,
      editor_name text not null,
      verdict text not null check (verdict in ('right', 'incomplete', 'wrong')),
      harmful boolean not null,
      why text not null,
      marked_at timestamptz not null,
      primary key (item_id, editor),
      check (verdict = 'wrong' or not harmful)
    );

    create table practice_talk (
      id uuid primary key,
      officer uuid not null,
      scenario text not null,
      seed text not null,
      entries jsonb not null,
      edition int not null default 1,
      begun_at timestamptz not null,
      ended_at timestamptz,
      feedback jsonb
    );
    create index practice_talk_officer on practice_talk (officer, begun_at);
  `)
    .execute(database);
  await grant(database);
}

async function grant(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    grant usage on schema public to app_job_editorial, app_job_samples, app_job_practice;
    grant insert (actor, action, object, detail) on audit to app_job_editorial, app_job_samples, app_job_practice;

    grant select (id, kept_for) on conversation to app_job_editorial, app_job_samples;
    create policy editors_leave_out on conversation for select to app_job_editorial, app_job_samples
      using (kept_for is not null);
    grant select (conversation_id, cause, practice) on hand_off to app_job_editorial, app_job_samples;
    create policy editors_leave_out on hand_off for select to app_job_editorial, app_job_samples
      using (cause = 'denunciation' or practice);

    grant select (id, conversation_id, citizen_id, channel, seq, asked_masked, asked_at, status, hand_off_reason)
      on turn to app_job_editorial;
    create policy editorial_reads on turn for select to app_job_editorial using (
      ${harmless} and coalesce(hand_off_reason, '') not in ('complaint', 'distress', 'needs-judgement', 'emergency')
      and status in ('answered', 'partial', 'clarify', 'place', 'declined-absent', 'declined-other-level',
        'declined-out-of-scope', 'handed-off'));
    grant select (turn_id, verdict) on feedback to app_job_editorial;
    create policy editorial_reads on feedback for select to app_job_editorial using (verdict = 'down');
    grant select, insert, update on editorial_draft to app_job_editorial;
    grant select, insert on editorial_version to app_job_editorial;

    grant select (id, channel, asked_masked, asked_at, status, answer) on turn to app_job_samples;
    create policy samples_read on turn for select to app_job_samples using (
      ${harmless} and hand_off_reason is null
      and status in ('answered', 'partial', 'clarify', 'place', 'declined-absent', 'declined-other-level',
        'declined-out-of-scope', 'declined-unsafe'));
    grant select, insert on sample_item to app_job_samples;
    grant select, insert, update on sample_mark to app_job_samples;

    grant select, insert, update on practice_talk to app_job_practice;
  `)
    .execute(database);
}
