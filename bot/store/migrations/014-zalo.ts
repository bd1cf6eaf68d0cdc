/** What platforms delivered, kept before it is acknowledged, and the tokens we call them with. */
import { type Kysely, sql } from 'kysely';

/**
 * A delivery is no citizen's row as yet: whose it is is found when it is handled. So it names nobody in the clear: its
 * thread is a keyed hash, its words are masked beside a sealed original, and both go once it is done. What stays is the
 * key that tells a repeat.
 *
 * Of an account's tokens the pair before is kept until the new one has worked. `version` grows with each pair.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create table platform_delivery (
      id uuid primary key,
      seq bigint not null,
      channel text not null,
      account text not null,
      event_key text not null,
      lane bytea not null,
      name text not null,
      masked jsonb,
      sealed bytea,
      ordered_at timestamptz not null,
      received_at timestamptz not null,
      state text not null default 'queued' check (state in ('queued', 'done', 'failed')),
      not_before timestamptz not null,
      attempts int not null default 0,
      lease_until timestamptz,
      fence bigint not null default 0,
      reason text,
      settled_at timestamptz,
      unique (channel, account, event_key)
    );
    create index platform_delivery_lane on platform_delivery (lane, ordered_at, seq, id) where state = 'queued';
    create index platform_delivery_queue on platform_delivery (ordered_at, seq, id) where state = 'queued';
    create index platform_delivery_settled on platform_delivery (settled_at) where state <> 'queued';
    alter table platform_delivery enable row level security;
    alter table platform_delivery force row level security;

    create table zalo_token (
      account text primary key,
      pair_sealed bytea,
      previous_sealed bytea,
      expires_at timestamptz,
      version bigint not null default 0,
      proven boolean not null default false,
      began_with bytea,
      dead_because text,
      renewing_until timestamptz,
      changed_at timestamptz not null
    );
    alter table zalo_token enable row level security;
    alter table zalo_token force row level security;

    grant usage on schema public to app_job_deliveries, app_job_tokens;
    grant insert (actor, action, object, detail) on audit to app_job_deliveries, app_job_tokens;
    grant select, insert, delete on platform_delivery to app_job_deliveries;
    grant update (masked, sealed, state, not_before, attempts, lease_until, fence, reason, settled_at)
      on platform_delivery to app_job_deliveries;
    create policy deliveries_works on platform_delivery for all to app_job_deliveries using (true) with check (true);
    grant select, insert on zalo_token to app_job_tokens;
    grant update (pair_sealed, previous_sealed, expires_at, version, proven, began_with, dead_because, renewing_until, changed_at)
      on zalo_token to app_job_tokens;
    create policy tokens_works on zalo_token for all to app_job_tokens using (true) with check (true);
  `)
    .execute(database);
}
