/** What editors think of a draft that a check refused: whether it was made up, or refused in error. */
import { type Kysely, sql } from 'kysely';

/** The editors' job reads the refused drafts, which are masked, and writes its verdict; whose they were it does not see. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table model_caught
      add column verdict text check (verdict in ('invented', 'wrongly-caught')),
      add column judged_by text,
      add column judged_at timestamptz;
    grant select (id, at, purpose, model, draft, caught, codes, verdict, judged_by, judged_at),
      update (verdict, judged_by, judged_at) on model_caught to app_job_editorial;
    create policy editors_read on model_caught for select to app_job_editorial using (true);
    create policy editors_judge on model_caught for update to app_job_editorial using (true) with check (true);
  `)
    .execute(database);
}
