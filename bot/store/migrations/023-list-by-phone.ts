/** A caller who proved by a second factor whose case he has may have a list sent to that person's linked account. */
import { type Kysely, sql } from 'kysely';

/** The identity job finds the person of a proven case: keys alone, of which nobody can read a name or a number. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    grant select (dossier_id, person_key, role) on dossier_person to app_job_identity;
    create policy identity_finds on dossier_person for select to app_job_identity using (true);
  `)
    .execute(database);
}
