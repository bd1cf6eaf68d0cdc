/** A PostgreSQL that somebody else runs: as whom we log in, whether the line is closed, whose clock is right. */
import { sql } from 'kysely';
import type { Store } from '../../bot/store/index.ts';
import type { Finding } from './finding.ts';

export interface DatabaseFacts {
  /** Superuser or BYPASSRLS, as we log in. */
  readonly sees: 'own' | 'everything';
  readonly login: string;
  /** The line to the server is closed by TLS. */
  readonly tls: boolean;
  /** The server is this machine. */
  readonly isHere: boolean;
  /** 15, 16, … */
  readonly major: number;
  /** Its clock minus ours, in ms, give or take the way there and back. */
  readonly aheadMs: number;
}

/** @param url as in DATABASE_URL; `null` for the program's own server. */
export async function readDatabaseFacts({ database }: Store, url: string | null): Promise<DatabaseFacts> {
  const before = Date.now();
  const { rows } = await sql<{ login: string; sees: boolean; tls: boolean | null; version: number; at: Date }>`
    select session_user as login, rolsuper or rolbypassrls as sees,
      (select ssl from pg_stat_ssl where pid = pg_backend_pid()) as tls,
      current_setting('server_version_num')::int as version, clock_timestamp() as at
    from pg_roles where rolname = session_user`.execute(database.outer);
  const after = Date.now();
  const { login = '', sees = false, tls = false, version = 0, at = new Date(after) } = rows[0] ?? {};
  const host = url === null ? '' : new URL(url).hostname;
  return {
    login,
    sees: sees ? 'everything' : 'own',
    tls: tls === true,
    isHere: ['', 'localhost', '127.0.0.1', '[::1]'].includes(host),
    major: Math.floor(version / 10_000),
    aheadMs: at.getTime() - (before + after) / 2,
  };
}

/** Beyond it codes for a second factor and signed links are taken for old. */
const mostApartMs = 5_000;

export function checkDatabase({ sees, login, tls, isHere, aheadMs }: DatabaseFacts): readonly Finding[] {
  const findings: Finding[] = [];
  const note = (what: string, why: string, how: string) => findings.push({ stops: false, what, why, how });
  if (sees === 'everything' && !isHere)
    note(
      `DATABASE_URL logs in as ${login}, who sees every row.`,
      'The program works as a lesser role, but whoever gets this password reads everything.',
      'Make a login of its own (create role … login noinherit; grant hmc_app …) and keep this one for DATABASE_OWNER_URL.',
    );
  if (!tls && !isHere)
    note(
      'The line to the database is open.',
      'Whoever can listen on the network reads what passes.',
      'Switch TLS on at the server and add ?sslmode=verify-full to DATABASE_URL and DATABASE_OWNER_URL.',
    );
  if (Math.abs(aheadMs) > mostApartMs)
    note(
      `This machine's clock and the database's are ${Math.round(Math.abs(aheadMs) / 1000)} s apart.`,
      'Codes of the second factor, leases and signatures go by time.',
      'Switch time synchronisation on, on both machines: timedatectl set-ntp true.',
    );
  return findings;
}
