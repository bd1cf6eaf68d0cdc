/** How a citizen calls himself, for what the bot says to him beside a turn; and consent that ends with the office it was given to. */
import { type Kysely, sql } from 'kysely';

/** One word out of the memory of the talk: the queue's job reads this and nothing else of it. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table conversation add column calls_self text generated always as (memory ->> 'callsSelf') stored;
    grant select (calls_self) on conversation to app_officer, app_job_hand_offs;
    grant select (personal_data_agreed), update (personal_data_agreed) on hand_off to app_job_hand_offs;
    grant update (unit) on conversation to app_job_hand_offs;`)
    .execute(database);
}
