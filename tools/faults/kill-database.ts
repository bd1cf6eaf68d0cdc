/** `database-killed`: the PostgreSQL of a program is killed and started again, and its backends one by one. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Drill } from './drill.ts';
import { type Trouble, troubled } from './trouble.ts';
import type { LinedDatabase } from './with-database.ts';

/** Nobody listens for so long, as while a server recovers. */
const away = async ({ direct, line }: LinedDatabase) => {
  line.set('refuse');
  const pid = direct.pid();
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  return () => line.set('open');
};

const killBackend = async ({ direct }: LinedDatabase) => {
  const [backend] = childrenOf(direct.pid());
  if (backend !== undefined) process.kill(backend, 'SIGKILL');
  return () => {};
};

const endAll = async ({ direct }: LinedDatabase) => {
  await direct.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'hoi-mot-cua%'`,
  );
  return () => {};
};

/** Connections' own processes, newest first: the server's helpers were there before. */
function childrenOf(server: number | undefined): readonly number[] {
  const isConnection = (pid: string) => {
    try {
      const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return Number(status[1]) === server && /postgres: app_rt/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    } catch {
      return false;
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isConnection(name))
    .map(Number)
    .toReversed();
}

const troubles: readonly Trouble[] = [
  { name: 'server killed, away for 1 s', begin: away, ms: 1_000 },
  { name: 'a connection’s process killed', begin: killBackend, ms: 0 },
  { name: 'every connection ended by an administrator', begin: endAll, ms: 0 },
  { name: 'server killed, away for 8 s', begin: away, ms: 8_000 },
];

export const killDatabase: Drill = {
  name: 'database-killed',
  run: (options) => troubled('database-killed', troubles, options),
};
