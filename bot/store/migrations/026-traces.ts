/** The id of the call that something came of, so that another copy of the program, or this one tomorrow, goes on with it. */
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
  `)
    .execute(database);
}
