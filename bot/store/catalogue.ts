/** Asks the database's own catalogue whether every table with a citizen in it is protected. */
import { sql } from 'kysely';
import type { AnyHandle } from './tables.ts';

/**
 * What is wrong, one sentence each; empty when all is well. It looks at `citizen` and at every table that has a
 * column `citizen_id`, so a table that a later migration adds is looked at as well.
 */
export async function catalogueFaults(handle: AnyHandle): Promise<readonly string[]> {
  const { rows } = await sql<{ fault: string }>`
    with guarded as (
      select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, a.attnum, a.attname
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
        and (a.attname = 'citizen_id' or (c.relname = 'citizen' and a.attname = 'id'))
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    ), own as (
      select polrelid from pg_policy
      join guarded g on g.oid = polrelid
      cross join lateral (select g.attname || ' = (NULLIF(current_setting(''app.citizen_id''::text, true), ''''::text))::uuid' as rule) r
      where polcmd = '*' and polroles = array[to_regrole('app_rt')::oid]
        and pg_get_expr(polqual, polrelid) = '(' || r.rule || ')' and pg_get_expr(polwithcheck, polrelid) = '(' || r.rule || ')'
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
    select c.relname || ' is a view without security_invoker' from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
      and not coalesce(c.reloptions @> array['security_invoker=true'], false)
    order by 1`.execute(handle);
  return rows.map(({ fault }) => fault);
}
