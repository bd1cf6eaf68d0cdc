/** What each job may see. A column that is not named here is refused. */
import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    grant usage on schema public to
      app_officer, app_job_ingress, app_job_recovery, app_job_retention, app_job_figures, app_job_audit;

    grant select (id, citizen_id, channel, external_id) on conversation to app_job_ingress;
    create policy ingress_finds on conversation for select to app_job_ingress using (true);

    grant select (id, conversation_id, citizen_id, channel, message_id, asked_at) on turn to app_job_recovery;
    create policy recovery_finds on turn for select to app_job_recovery using (answered_at is null);

    grant select (status, channel, asked_at, ms) on turn to app_job_figures;
    create policy figures_count on turn for select to app_job_figures using (true);

    grant select (id, citizen_id, owner_officer, updated_at), delete on conversation to app_job_retention;
    create policy retention_finds on conversation for select to app_job_retention using (true);
    create policy retention_deletes on conversation for delete to app_job_retention using (true);
    grant select (id, created_at), delete on citizen to app_job_retention;
    create policy retention_finds on citizen for select to app_job_retention using (true);
    create policy retention_deletes on citizen for delete to app_job_retention using (true);
  `)
    .execute(database);
}
