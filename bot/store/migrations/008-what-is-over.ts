/** What is over goes by itself: sign-ins, codes, tries, proofs, citizens of whom nothing is left. And less for two jobs. */
import { type Kysely, sql } from 'kysely';

/**
 * A session stays as long as a conversation points to it: without it the conversation would be found by the door of the
 * anonymous. What it told of the person (`name_masked`, the ID token) is emptied as soon as it is over.
 *
 * The job that binds persons sees wishes and holds, so that a talk under one of them goes over to nobody; it takes what
 * was agreed to and what is queued along with the talk, and it changes or deletes no citizen who is known already.
 *
 * An officer sees of a case what its answers show, not the phones and the hash that prove who asks.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table session add column emptied boolean not null
      generated always as (name_masked = '' and id_token_sealed is null) stored;
    create index citizen_age on citizen (created_at) where not known;

    grant select (id, citizen_id, began_at, seen_at, ended_at, emptied), update (name_masked, id_token_sealed), delete
      on session to app_job_retention;
    create policy retention_works on session for all to app_job_retention using (true) with check (true);
    grant select (session_id) on conversation to app_job_retention;
    grant select (made_at), delete on login_state to app_job_retention;
    grant select (last_at), delete on try_count to app_job_retention;
    grant select (citizen_id, expires_at), delete on challenge, link_code, dossier_proof to app_job_retention;
    grant select (citizen_id), delete on channel_link to app_job_retention;

    grant select (citizen_id) on erasure, legal_hold to app_job_identity;
    create policy identity_checks on erasure for select to app_job_identity using (true);
    create policy identity_checks on legal_hold for select to app_job_identity using (true);
    grant select (citizen_id), update (citizen_id) on consent, outbox to app_job_identity;

    drop policy identity_binds on citizen;
    create policy identity_finds on citizen for select to app_job_identity using (true);
    create policy identity_makes on citizen for insert to app_job_identity with check (true);
    create policy identity_binds on citizen for update to app_job_identity using (person_key is null) with check (true);
    create policy identity_merges on citizen for delete to app_job_identity using (person_key is null);

    revoke select on dossier_person from app_job_identity;
    drop policy identity_finds on dossier_person;
    revoke delete on dossier_proof, try_count from app_job_identity;
    revoke select on dossier from app_officer;
    grant select (id, code, source, unit, procedure, status, received_at, promised_at, updated_at, kept_at, details)
      on dossier to app_officer;

    grant select (citizen_id, channel, address, stopped_at) on notice_choice to app_job_outbox;
    create policy outbox_checks on notice_choice for select to app_job_outbox using (stopped_at is null);
  `)
    .execute(database);
  for (const table of ['challenge', 'link_code', 'dossier_proof', 'channel_link'])
    await sql
      .raw(`create policy retention_works on ${table} for all to app_job_retention using (true)`)
      .execute(database);
  for (const table of ['consent', 'outbox'])
    await sql
      .raw(`
      create policy identity_finds on ${table} for select to app_job_identity using (true);
      create policy identity_moves on ${table} for update to app_job_identity using (true) with check (true);
    `)
      .execute(database);
}
