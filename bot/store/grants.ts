/** Asks the database what each of its roles may do. */
import { sql } from 'kysely';
import { allRoles } from './roles.ts';
import type { AnyHandle } from './tables.ts';

/**
 * One line a role, table and right, sorted: `app_job_figures: select on turn (ms, status)`; no columns means all of
 * them. What is granted to everybody stands under `public`.
 */
export async function grantsOf(handle: AnyHandle): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    with given as (
      select c.oid, c.relname, null::name as column, acl.grantee, acl.privilege_type from pg_class c, aclexplode(c.relacl) acl
      where c.relnamespace = 'public'::regnamespace
      union all
      select c.oid, c.relname, a.attname, acl.grantee, acl.privilege_type
      from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) acl
      where c.relnamespace = 'public'::regnamespace
    )
    select coalesce(r.rolname, 'public') || ': ' || lower(privilege_type) || ' on ' || relname
      || coalesce(' (' || string_agg("column", ', ' order by "column") || ')', '') as line
    from given left join pg_roles r on r.oid = grantee
    where grantee = 0 or r.rolname in (${sql.join(allRoles)})
    group by r.rolname, privilege_type, relname, "column" is null
    order by 1`.execute(handle);
  return rows.map(({ line }) => line);
}
