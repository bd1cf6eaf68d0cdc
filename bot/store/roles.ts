/** The database roles, and what makes them safe. */
import { sql } from 'kysely';
import { StoreStartError } from './errors.ts';
import type { AnyHandle } from './tables.ts';

/** As whom the program works: neither superuser nor BYPASSRLS, and owner of nothing. */
export const runtimeRole = 'app_rt';
export const officerRole = 'app_officer';

/** Work that belongs to no one citizen. What each may see stands in the migrations, column by column. */
export const jobRoles = {
  /** Finds the conversation of a channel's thread. */
  ingress: 'app_job_ingress',
  /** Finds turns whose answer never came. */
  recovery: 'app_job_recovery',
  /** Deletes what is past its time. */
  retention: 'app_job_retention',
  /** Counts, without seeing who or what. */
  figures: 'app_job_figures',
  /** Sends what is queued for citizens. */
  outbox: 'app_job_outbox',
  /** Makes the notices that citizens asked for. */
  notices: 'app_job_notices',
  /** Keeps and lifts legal holds. */
  privacy: 'app_job_privacy',
  /** Reads the audit log. */
  audit: 'app_job_audit',
  /** Keeps what a source of dossiers tells, without reading what is kept. */
  dossiers: 'app_job_dossiers',
  /** Binds a citizen to a person, and grants what a second factor proved. */
  identity: 'app_job_identity',
  /** Reads questions that nobody could answer, keeps what editors make of them. */
  editorial: 'app_job_editorial',
  /** Draws answers for editors to mark. */
  samples: 'app_job_samples',
  /** Keeps practice talks. */
  practice: 'app_job_practice',
  /** Keeps what platforms deliver and hands it on, without knowing whose it is. */
  deliveries: 'app_job_deliveries',
  /** Keeps the tokens that platforms are called with. */
  tokens: 'app_job_tokens',
  /** Keeps the queue of hand-offs: who waits, who lost one, who is called. Sees no word of a citizen's. */
  handOffs: 'app_job_hand_offs',
  /** Turns switches and publishes banners. */
  switches: 'app_job_switches',
  /** Signs staff in: the only one that reads password hashes. */
  signIn: 'app_job_sign_in',
  /** Keeps the accounts of staff, and reads none of their secrets. */
  staff: 'app_job_staff',
  /** Counts and keeps calls to a language model, and reads none of what was said in them. */
  model: 'app_job_model',
  /** Calls staff on their phones. */
  calls: 'app_job_calls',
  /** Registers kiosks, begins and ends visits at them. */
  kiosk: 'app_job_kiosk',
  /** Counts what waits and what went wrong, for whoever looks after the installation. */
  watch: 'app_job_watch',
} as const;
export type JobName = keyof typeof jobRoles;

const lentRoles = [officerRole, ...Object.values(jobRoles)];
export const allRoles = [runtimeRole, ...lentRoles];

/** Two programs that make the same role at once: the second one's statement fails, and its wish is fulfilled. */
const raceCodes = new Set(['23505', '42710', 'XX000']);

/**
 * Makes the roles that are missing and lends them to the runtime role.
 *
 * Roles belong to the whole server, not to one database, so this is no migration. `NOINHERIT` matters: the runtime
 * role may change into a job's role, but without doing so it has none of the job's rights.
 *
 * @param login the role the program logs in as, when that is not {@link runtimeRole} itself.
 * @throws {@link StoreStartError} with the statements an administrator has to run, when this login may not.
 */
export async function ensureRoles(owner: AnyHandle, login?: string): Promise<void> {
  const missing = await missingStatements(owner, login);
  for (const statement of missing) {
    try {
      await sql.raw(statement).execute(owner);
    } catch (error) {
      if (raceCodes.has((error as { code?: string }).code ?? '')) continue;
      throw new StoreStartError(
        'unsafe-role',
        `The database lacks roles that this program works as, and its login may not make them. Let an administrator of the database run: ${missing.join('; ')}`,
        { cause: error },
      );
    }
  }
}

async function missingStatements(owner: AnyHandle, login?: string): Promise<readonly string[]> {
  const { rows: found } = await sql<{ rolname: string }>`
    select rolname from pg_roles where rolname in (${sql.join(allRoles)})`.execute(owner);
  const { rows: lent } = await sql<{ role: string; member: string }>`
    select r.rolname as role, m.rolname as member from pg_auth_members a
    join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member`.execute(owner);
  const known = new Set(found.map(({ rolname }) => rolname));
  const pairs = new Set(lent.map(({ role, member }) => `${role} ${member}`));
  const grants = lentRoles.map((role) => ({ role, member: runtimeRole }));
  if (login && login !== runtimeRole && !(await mayBecome(owner, login)))
    grants.push({ role: runtimeRole, member: login });
  return [
    ...allRoles
      .filter((role) => !known.has(role))
      .map((role) => `create role ${role} nologin noinherit nosuperuser nobypassrls nocreatedb nocreaterole`),
    ...grants
      .filter(({ role, member }) => !pairs.has(`${role} ${member}`))
      .map(({ role, member }) => `grant ${role} to ${sql.id(member).compile(owner).sql}`),
  ];
}

/** Whether `login` may already `set role` to the runtime role: a superuser or a member. */
async function mayBecome(owner: AnyHandle, login: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select bool_or(pg_has_role(rolname, ${runtimeRole}, 'MEMBER')) as may from pg_roles
    where rolname = ${login} and exists (select from pg_roles where rolname = ${runtimeRole})`.execute(owner);
  return rows[0]?.may === true;
}

/**
 * Refuses a database where row-level security would not hold for this program.
 *
 * @param runtime a handle that works as the runtime role: it is asked as whom it really works.
 */
export async function refuseUnsafeRoles(runtime: AnyHandle): Promise<void> {
  const { rows } = await sql<{ fault: string }>`
    select rolname || ' is a superuser' as fault from pg_roles where rolname in (${sql.join([...allRoles, sql`current_user`])}) and rolsuper
    union all
    select rolname || ' has BYPASSRLS' from pg_roles where rolname in (${sql.join([...allRoles, sql`current_user`])}) and rolbypassrls
    union all
    select current_user || ' is used instead of ' || ${runtimeRole}::text where current_user <> ${runtimeRole}
    union all
    select ${runtimeRole}::text || ' has the rights of ' || rolname || ' without changing into it' from pg_roles
    where rolname in (${sql.join(lentRoles)}) and pg_has_role(${runtimeRole}, oid, 'USAGE')
    union all
    select distinct r.rolname || ' owns tables' from pg_class c join pg_roles r on pg_has_role(r.oid, c.relowner, 'USAGE')
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and r.rolname in (${sql.join(allRoles)})`.execute(
    runtime,
  );
  if (rows.length === 0) return;
  throw new StoreStartError(
    'unsafe-role',
    `The database would show one citizen's rows to another: ${rows.map(({ fault }) => fault).join('; ')}. Take these rights away (alter role ${runtimeRole} nosuperuser nobypassrls noinherit; give the tables to another role) and start again.`,
  );
}
