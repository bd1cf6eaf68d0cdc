/** The audit log: rows are only ever added, each bound to the one before by a hash. */
import { type Kysely, sql } from 'kysely';

/**
 * The database sets number, moment and hashes, one row after another under a lock that lasts until commit, so that
 * numbers have no gaps and the chain no forks. Whoever adds a row cannot read the log.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create table audit (
      seq bigint primary key,
      at timestamptz not null,
      actor text not null,
      action text not null,
      object text not null,
      detail jsonb not null,
      prev_hash bytea not null,
      hash bytea not null
    );

    create function audit_text(entry audit) returns text language sql stable set search_path = pg_catalog, pg_temp as $$
      select jsonb_build_array(
        entry.seq, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        entry.actor, entry.action, entry.object, entry.detail
      )::text
    $$;

    create function audit_add() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform pg_advisory_xact_lock(hashtext('audit'));
      select last.seq + 1, last.hash into new.seq, new.prev_hash from audit last order by last.seq desc limit 1;
      if not found then
        new.seq := 1;
        new.prev_hash := ''::bytea;
      end if;
      new.at := clock_timestamp();
      new.hash := sha256(new.prev_hash || convert_to(audit_text(new), 'UTF8'));
      return new;
    end $$;

    create function audit_refuse() returns trigger language plpgsql as $$
    begin
      raise exception 'the audit log is append-only: % refused', tg_op;
    end $$;

    create trigger audit_add before insert on audit for each row execute function audit_add();
    create trigger audit_keep before update or delete on audit for each row execute function audit_refuse();
    create trigger audit_keep_all before truncate on audit execute function audit_refuse();

    grant insert (actor, action, object, detail) on audit
      to app_rt, app_officer, app_job_ingress, app_job_recovery, app_job_retention, app_job_figures;
    grant select on audit to app_job_audit;
    grant execute on function audit_text(audit) to app_job_audit;
  `)
    .execute(database);
}
