/** Conversations that need a person: the queue, who owns one, what officers noted, and what became of it. */
import { type Kysely, sql } from 'kysely';

/**
 * `conversation.owner_officer` and `hand_off.owner_officer` change together, under the lock of the conversation's row:
 * whoever answers takes the same lock and sees there whether he may still speak. `fence` grows with each claim and each
 * loss, so that a browser that was away too long says nothing any more.
 *
 * An officer sees what belongs to his commune (`app.officer_unit`; two digits are a province) and what belongs to none.
 * A denunciation is kept to the citizens' reception desk, and `kept_from` names desks and officers whom it is about.
 * `conversation.kept_for` is the same for the whole talk: what was said before and after names them as well.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const part of [tables, protection, officers, citizensAndJobs]) await sql.raw(part).execute(database);
}

const tables = `
  alter table conversation add column kept_for text;
  alter table conversation add column kept_from text[] not null default '{}';
  alter table utterance drop constraint utterance_speaker_check;
  alter table utterance add constraint utterance_speaker_check check (speaker in ('citizen', 'bot', 'officer'));

  create table hand_off (
    id uuid primary key,
    citizen_id uuid not null,
    conversation_id uuid not null,
    channel text not null,
    locale text not null,
    unit text,
    province text,
    field text,
    desk text,
    guarded boolean not null default false,
    kept_from text[] not null default '{}',
    cause text not null,
    state text not null check (state in ('waiting', 'owned', 'call-back', 'closed')),
    code text not null unique,
    summary jsonb not null,
    owner_officer uuid,
    owner_name text,
    last_owner uuid,
    kept_for_officer uuid,
    fence bigint not null default 0,
    lease_until timestamptz,
    due_at timestamptz,
    asked_at timestamptz not null,
    told_position int,
    told_opens_at timestamptz,
    called_at timestamptz,
    call_count int not null default 0,
    waits_since timestamptz,
    spoke_at timestamptz,
    claimed_at timestamptz,
    first_reply_at timestamptz,
    closed_at timestamptz,
    closed_as text,
    escalation int not null default 0,
    personal_data_agreed boolean,
    contact_sealed bytea,
    contact_masked text,
    rating int check (rating between 1 and 5),
    rating_word text,
    labels text[] not null default '{}',
    practice boolean not null default false,
    unique (id, citizen_id),
    check ((state = 'owned') = (owner_officer is not null)),
    check ((state = 'closed') = (closed_at is not null)),
    foreign key (conversation_id, citizen_id) references conversation (id, citizen_id) on update cascade on delete cascade
  );
  create index hand_off_citizen on hand_off (citizen_id);
  create index hand_off_conversation on hand_off (conversation_id);
  create unique index hand_off_open on hand_off (conversation_id) where closed_at is null;
  create index hand_off_waiting on hand_off (unit, escalation, asked_at) where closed_at is null;
  create index hand_off_asked on hand_off (asked_at);

  create table hand_off_note (
    id uuid primary key,
    hand_off_id uuid not null,
    citizen_id uuid not null,
    officer_id uuid not null,
    officer_name text not null,
    at timestamptz not null,
    text text not null,
    foreign key (hand_off_id, citizen_id) references hand_off (id, citizen_id) on update cascade on delete cascade
  );
  create index hand_off_note_citizen on hand_off_note (citizen_id);
  create index hand_off_note_of on hand_off_note (hand_off_id, at);

  create table hand_off_event (
    id uuid primary key,
    hand_off_id uuid not null,
    citizen_id uuid not null,
    kind text not null,
    at timestamptz not null,
    officer_id uuid,
    unit text,
    detail jsonb not null default '{}',
    foreign key (hand_off_id, citizen_id) references hand_off (id, citizen_id) on update cascade on delete cascade
  );
  create index hand_off_event_citizen on hand_off_event (citizen_id);
  create index hand_off_event_of on hand_off_event (hand_off_id, at);

  create table hand_off_picture (
    id uuid primary key,
    citizen_id uuid,
    hand_off_id uuid,
    officer_id uuid not null,
    type text not null check (type in ('image/png', 'image/jpeg')),
    bytes bytea not null check (octet_length(bytes) <= 2097152),
    alt text not null,
    at timestamptz not null,
    foreign key (hand_off_id, citizen_id) references hand_off (id, citizen_id) on update cascade on delete cascade
  );
  create index hand_off_picture_citizen on hand_off_picture (citizen_id);
  create index hand_off_picture_of on hand_off_picture (hand_off_id);
  create index hand_off_picture_loose on hand_off_picture (at) where hand_off_id is null;
`;

const own = `citizen_id = nullif(current_setting('app.citizen_id', true), '')::uuid`;
const protection = ['hand_off', 'hand_off_note', 'hand_off_event', 'hand_off_picture']
  .map(
    (table) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy own_rows on ${table} to app_rt using (${own}) with check (${own});`,
  )
  .join('\n');

/** What an officer may see is decided here and in no query. */
const officers = `
  create function officer_serves(unit text, province text) returns boolean language sql stable as $$
    select coalesce(unit is null
      or unit = nullif(current_setting('app.officer_unit', true), '')
      or (length(current_setting('app.officer_unit', true)) = 2 and province = current_setting('app.officer_unit', true)), false)
  $$;
  create function officer_is_let(kept_for text, kept_from text[]) returns boolean language sql stable as $$
    select coalesce(
      (kept_for is null
        or kept_for = nullif(current_setting('app.officer_desk', true), '')
        or (kept_for = 'lanh-dao' and current_setting('app.officer_role', true) = 'supervisor'))
      and not coalesce(current_setting('app.officer_desk', true), '') = any (kept_from)
      and not coalesce(current_setting('app.officer_id', true), '') = any (kept_from), false)
  $$;

  grant select on hand_off, hand_off_note, hand_off_event to app_officer;
  grant insert on hand_off, hand_off_note, hand_off_event to app_officer;
  grant update (unit, province, desk, state, owner_officer, owner_name, last_owner, kept_for_officer, fence, lease_until, due_at,
    called_at, waits_since, spoke_at, claimed_at, first_reply_at, closed_at, closed_as, escalation, labels) on hand_off to app_officer;
  create policy officer_sees on hand_off for select to app_officer
    using (officer_serves(unit, province) and officer_is_let(case when guarded then desk end, kept_from));
  create policy officer_opens on hand_off for insert to app_officer with check (officer_serves(unit, province) and cause = 'stepped-in');
  create policy officer_works on hand_off for update to app_officer
    using (officer_serves(unit, province) and officer_is_let(case when guarded then desk end, kept_from)) with check (true);

  create policy officer_sees on hand_off_note for select to app_officer using (hand_off_id in (select id from hand_off));
  create policy officer_writes on hand_off_note for insert to app_officer with check (hand_off_id in (select id from hand_off));
  create policy officer_sees on hand_off_event for select to app_officer using (hand_off_id in (select id from hand_off));
  create policy officer_writes on hand_off_event for insert to app_officer with check (true);

  grant select, insert, update (citizen_id, hand_off_id) on hand_off_picture to app_officer;
  create policy officer_keeps on hand_off_picture for all to app_officer
    using (officer_id = nullif(current_setting('app.officer_id', true), '')::uuid)
    with check (officer_id = nullif(current_setting('app.officer_id', true), '')::uuid);

  grant select (id, citizen_id, channel, external_id, locale, memory, unit, owner_officer, kept_for, kept_from, created_at, updated_at),
    update (owner_officer, memory, updated_at, version) on conversation to app_officer;
  create policy officer_sees on conversation for select to app_officer
    using (officer_is_let(kept_for, kept_from)
      and (id in (select conversation_id from hand_off) or (unit is not null and officer_serves(unit, null))));
  create policy officer_takes on conversation for update to app_officer
    using (officer_is_let(kept_for, kept_from)
      and (id in (select conversation_id from hand_off) or (unit is not null and officer_serves(unit, null)))) with check (true);

  grant select (id, conversation_id, citizen_id, channel, seq, asked_masked, asked_at, answer, status, answered_at) on turn to app_officer;
  create policy officer_reads on turn for select to app_officer using (exists (
    select from hand_off h where h.conversation_id = turn.conversation_id
      and (h.closed_at is null or turn.asked_at <= h.closed_at)));
  grant select, insert on utterance to app_officer;
  create policy officer_reads on utterance for select to app_officer using (exists (
    select from hand_off h where h.conversation_id = utterance.conversation_id
      and (h.closed_at is null or utterance.said_at <= h.closed_at)));
  create policy officer_speaks on utterance for insert to app_officer
    with check (conversation_id in (select conversation_id from hand_off) and speaker <> 'citizen');
  create policy never_as_officer on utterance as restrictive for insert to app_rt with check (speaker <> 'officer');

  grant select (citizen_id, name_masked, ended_at, began_at) on session to app_officer;
  grant insert, select (citizen_id, channel, key, kind, state) on outbox to app_officer;
  create policy officer_follows on outbox for select to app_officer
    using (kind = 'said' and citizen_id in (select citizen_id from hand_off));
  create policy officer_queues on outbox for insert to app_officer
    with check (kind = 'said' and citizen_id in (select citizen_id from hand_off));

  create policy officer_names on session for select to app_officer
    using (citizen_id in (select citizen_id from hand_off where personal_data_agreed and closed_at is null));
`;

/** Citizens' turns open, agree, rate and withdraw; the queue's job sees no word and no contact. */
const citizensAndJobs = `
  grant select, insert on hand_off to app_rt;
  grant update (state, cause, desk, guarded, kept_from, summary, due_at, called_at, call_count, told_position, told_opens_at, waits_since,
    closed_at, closed_as, personal_data_agreed, contact_sealed, contact_masked, rating, rating_word) on hand_off to app_rt;
  grant select, insert on hand_off_event to app_rt;
  grant select (id, citizen_id, hand_off_id, at) on hand_off_note to app_rt;
  grant select on hand_off_picture to app_rt;
  grant update (kept_for, kept_from) on conversation to app_rt;

  grant usage on schema public to app_job_hand_offs;
  grant insert (actor, action, object, detail) on audit to app_job_hand_offs;
  grant select (id, citizen_id, conversation_id, channel, locale, unit, province, field, desk, kept_from, cause, state, code,
    owner_officer, owner_name, last_owner, kept_for_officer, fence, lease_until, due_at, asked_at, told_position, told_opens_at,
    called_at, call_count, waits_since, spoke_at, claimed_at, first_reply_at, closed_at, closed_as, escalation, practice, guarded)
    on hand_off to app_job_hand_offs;
  grant update (unit, province, desk, state, owner_officer, owner_name, last_owner, kept_for_officer, fence, lease_until, due_at,
    called_at, call_count, waits_since, closed_at, closed_as, escalation) on hand_off to app_job_hand_offs;
  grant insert on hand_off_note to app_job_hand_offs;
  create policy hand_offs_note on hand_off_note for insert to app_job_hand_offs with check (true);
  create policy hand_offs_queue on hand_off for all to app_job_hand_offs using (true) with check (true);
  grant insert on hand_off_event to app_job_hand_offs;
  create policy hand_offs_note on hand_off_event for insert to app_job_hand_offs with check (true);
  grant select (id, citizen_id, channel, external_id, owner_officer, kept_for, updated_at), update (owner_officer, updated_at) on conversation
    to app_job_hand_offs;
  create policy hand_offs_own on conversation for select to app_job_hand_offs using (true);
  create policy hand_offs_free on conversation for update to app_job_hand_offs using (true) with check (true);
  grant select (id, conversation_id, key, position), insert on utterance to app_job_hand_offs;
  create policy hand_offs_find on utterance for select to app_job_hand_offs using (true);
  create policy hand_offs_tell on utterance for insert to app_job_hand_offs with check (speaker = 'bot');
  grant insert, select (channel, key) on outbox to app_job_hand_offs;
  create policy hand_offs_queue on outbox for all to app_job_hand_offs using (kind = 'said') with check (kind = 'said');
  grant select (id, type, bytes, hand_off_id) on hand_off_picture to app_job_hand_offs;
  create policy hand_offs_show on hand_off_picture for select to app_job_hand_offs using (hand_off_id is not null);

  grant select (id, citizen_id, closed_at, contact_masked), update (contact_sealed, contact_masked), delete on hand_off to app_job_retention;
  create policy retention_works on hand_off for all to app_job_retention using (true) with check (true);
  grant select (id, citizen_id, hand_off_id, at), delete on hand_off_picture to app_job_retention;
  create policy retention_works on hand_off_picture for all to app_job_retention using (true);
`;
