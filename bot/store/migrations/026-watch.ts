/** The id of the call that something came of, so that another copy of the program goes on with it; and what monitors may count. */
import { type Kysely, sql } from 'kysely';

/**
 * A turn and a parcel take it from the transaction (`app.trace`), so no statement has to name it; a delivery is kept
 * outside of one and brings its own. It is a number made up for one call: it names nobody.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table turn add column trace text default nullif(current_setting('app.trace', true), '');
    alter table outbox add column trace text default nullif(current_setting('app.trace', true), '');
    alter table platform_delivery add column trace text;
    grant select (trace) on turn to app_job_recovery;

    create index outbox_troubled on outbox (settled_at) where state in ('failed', 'ambiguous');
    create index platform_delivery_failed on platform_delivery (settled_at) where state = 'failed';

    grant usage on schema public to app_job_watch;
    grant select (channel, state, not_before, settled_at) on outbox to app_job_watch;
    create policy watch_counts on outbox for select to app_job_watch using (true);
    grant select (channel, state, received_at, settled_at) on platform_delivery to app_job_watch;
    create policy watch_counts on platform_delivery for select to app_job_watch using (true);
    grant select (state, asked_at, closed_at, practice) on hand_off to app_job_watch;
    create policy watch_counts on hand_off for select to app_job_watch using (state = 'waiting');
    grant select (channel, asked_at, answered_at) on turn to app_job_watch;
    create policy watch_counts on turn for select to app_job_watch using (answered_at is null);
    grant select (heard_at, ended_at) on phone_call to app_job_watch;
    create policy watch_counts on phone_call for select to app_job_watch using (ended_at is null);
    grant select (seen_at, removed_at) on kiosk_device to app_job_watch;
    create policy watch_counts on kiosk_device for select to app_job_watch using (removed_at is null);
    grant select (day, spender, tokens) on model_spend to app_job_watch;
    grant select (at, cost) on model_call to app_job_watch;
    create policy watch_counts on model_call for select to app_job_watch using (true);
  `)
    .execute(database);
}
