/** What a source told last, recognised without being read, and when it was last heard. */
import { type Kysely, sql } from 'kysely';

/**
 * `content_key` is a keyed hash of all that a dossier says: the job that keeps dossiers sees whether a state is another
 * one, though it may read none. `null` for rows of before.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table dossier add column content_key bytea;
    grant select (content_key, kept_at), update (content_key) on dossier to app_job_dossiers;
  `)
    .execute(database);
}
