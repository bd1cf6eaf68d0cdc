/** Asks the database's own catalogue whether every table with a citizen in it is protected. */
import { sql } from 'kysely';
import type { AnyHandle } from './tables.ts';

/**
 * What is wrong, one sentence each; empty when all is well.
 *
 * A table is about persons when it is `citizen` or `dossier`, or points to one of them: by a column `citizen_id`,
 * `person_key` or `dossier_id`, or by a foreign key of any name, also to a table that points to them itself. So a table that a later migration adds is looked at as
 * well. The first of these that it has decides which rule of own rows it must have.
 */
export async function catalogueFaults(handle: AnyHandle): Promise<readonly string[]> {
  const { rows } = await sql<{ fault: string }>`
    with pointing as (
      select a.attrelid as oid, a.attnum, a.attname, kinds.rank, kinds.rule
      from pg_attribute a
      join (values
        ('citizen_id', 1, 'citizen_id = (NULLIF(current_setting(''app.citizen_id''::text, true), ''''::text))::uuid'),
        ('person_key', 2, 'person_key = ( SELECT my_person_key() AS my_person_key)'),
        ('dossier_id', 3, 'dossier_id IN ( SELECT my_dossiers() AS my_dossiers)')
      ) as kinds (attname, rank, rule) on kinds.attname = a.attname
      where not a.attisdropped
      union all
      select a.attrelid, a.attnum, a.attname, 0,
        case c.relname
          when 'citizen' then 'id = (NULLIF(current_setting(''app.citizen_id''::text, true), ''''::text))::uuid'
          else 'id IN ( SELECT my_dossiers() AS my_dossiers)' end
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where a.attname = 'id' and c.relname in ('citizen', 'dossier')
      union all
      select con.conrelid, a.attnum, a.attname, 4, 'a rule for this column, which the catalogue does not know'
      from pg_constraint con
      join pg_class target on target.oid = con.confrelid and (target.relname in ('citizen', 'dossier') or exists (
        select from pg_attribute t where t.attrelid = target.oid and t.attname in ('citizen_id', 'dossier_id', 'person_key')))
      join pg_attribute a on a.attrelid = con.conrelid and a.attnum = con.conkey[1]
      where con.contype = 'f'
    ), guarded as (
      select distinct on (c.oid) c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, p.attnum, p.attname, p.rule
      from pg_class c join pointing p on p.oid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      order by c.oid, p.rank
    ), own as (
      select polrelid from pg_policy
      join guarded g on g.oid = polrelid
      where polcmd = '*' and polroles = array[to_regrole('app_rt')::oid]
        and pg_get_expr(polqual, polrelid) = '(' || g.rule || ')' and pg_get_expr(polwithcheck, polrelid) = '(' || g.rule || ')'
    )
    select relname || ' lacks ENABLE ROW LEVEL SECURITY' as fault from guarded where not relrowsecurity
    union all
    select relname || ' lacks FORCE ROW LEVEL SECURITY' from guarded where not relforcerowsecurity
    union all
    select relname || ' lacks the policy of own rows with its WITH CHECK' from guarded where oid not in (select polrelid from own)
    union all
    select g.relname || ' has the policy ' || p.polname || ' that opens it to app_rt or to everybody' from guarded g
    join pg_policy p on p.polrelid = g.oid and p.polpermissive
    where (0 = any (p.polroles) or to_regrole('app_rt')::oid = any (p.polroles)) and p.polname <> 'own_rows'
    union all
    select relname || ' lacks an index that begins with ' || attname from guarded g
    where not exists (select from pg_index i where i.indrelid = g.oid and i.indkey[0] = g.attnum and i.indpred is null)
    union all
    select c.relname || ' is a materialized view: it keeps rows where no policy holds' from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'm'
    union all
    select c.relname || ' is a view without security_invoker' from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
      and not coalesce(c.reloptions @> array['security_invoker=true'], false)
    order by 1`.execute(handle);
  return rows.map(({ fault }) => fault);
}
