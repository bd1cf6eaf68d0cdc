/** What calls to a language model cost and said, masked; what its checks refused; the name of who is signed in, sealed. */
import { type Kysely, sql } from 'kysely';

/**
 * `model_spend` counts tokens a day: of everybody ('all'), and of each person under a hash that another day has another
 * of. It is nobody's row. Calls and refused drafts are erased with their citizen; those of officers belong to no citizen.
 *
 * `name_sealed` is there to be taken out of what goes to a model, while the sign-in lasts, and for nothing else.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  const own = `citizen_id = nullif(current_setting('app.citizen_id', true), '')::uuid`;
  await sql
    .raw(`
    create table model_spend (
      day date not null,
      spender text not null,
      tokens bigint not null,
      primary key (day, spender)
    );

    create table model_call (
      id uuid primary key,
      citizen_id uuid references citizen (id) on update cascade on delete cascade,
      at timestamptz not null,
      asker text not null check (asker in ('citizen', 'officer', 'nobody')),
      purpose text not null,
      model text not null,
      outcome text not null,
      tokens_in int not null,
      tokens_out int not null,
      ms int not null,
      cost double precision,
      request text not null,
      reply text not null
    );
    create index model_call_citizen on model_call (citizen_id);
    create index model_call_at on model_call (at);

    create table model_caught (
      id uuid primary key,
      citizen_id uuid references citizen (id) on update cascade on delete cascade,
      at timestamptz not null,
      purpose text not null,
      model text not null,
      draft text not null,
      caught jsonb not null,
      codes text[] not null
    );
    create index model_caught_citizen on model_caught (citizen_id);
    create index model_caught_at on model_caught (at);

    grant usage on schema public to app_job_model;
    grant select, insert, update on model_spend to app_job_model;
    grant select (day), delete on model_spend to app_job_retention;
    grant select (at, asker, purpose, model, outcome, tokens_in, tokens_out, ms, cost), insert on model_call to app_job_model;
    grant select (id, at, purpose, model, draft, caught, codes), insert on model_caught to app_job_model;

    alter table session add column name_sealed bytea;
    grant update (name_sealed) on session to app_job_identity, app_job_retention;
  `)
    .execute(database);
  for (const table of ['model_call', 'model_caught'])
    await sql
      .raw(`
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy own_rows on ${table} to app_rt using (${own}) with check (${own});
      grant select on ${table} to app_rt;
      create policy model_keeps on ${table} for insert to app_job_model with check (true);
      create policy model_counts on ${table} for select to app_job_model using (true);
      grant select (citizen_id, at), delete on ${table} to app_job_retention;
      create policy retention_works on ${table} for all to app_job_retention using (true);
    `)
      .execute(database);
}
