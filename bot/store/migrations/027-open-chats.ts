/** Open chats are looked after together: whether any of them has grown is one question for hundreds of them. */
import { type Kysely, sql } from 'kysely';

/** The job that finds conversations sees where one stands, and nothing of what was said in it. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    grant select (conversation_id, position) on utterance to app_job_ingress;
    create policy ingress_looks on utterance for select to app_job_ingress using (true);
  `)
    .execute(database);
}
