/** `migrating-together`: two copies bring one database up to date at once, and one is killed in the middle of it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { seededRandom } from '../../bot/index.ts';
import { openAsOwner } from '../../bot/store/database.ts';
import { migrateTo } from '../../bot/store/migrate.ts';
import { migrations } from '../../bot/store/migrations/index.ts';
import type { DrillDatabase } from '../hand-off-load/start-postgres.ts';
import { count, type Drill, type DrillOptions, type DrillReport, none } from './drill.ts';
import { askOnce } from './open-store-beside.ts';
import { withDatabase } from './with-database.ts';

export const migrateTogether: Drill = {
  name: 'migrating-together',
  run: (options) => withDatabase(({ direct }) => migrating(direct, options, 20)),
};

const kinds = [
  'on nothing',
  'one migration behind',
  'on nothing, one killed',
  'one migration behind, one killed',
] as const;

/** @param times of each kind. */
export async function migrating(
  database: DrillDatabase,
  { seed, say }: DrillOptions,
  times: number,
): Promise<DrillReport> {
  const random = seededRandom(`${seed} migrating`);
  const faults: string[] = [];
  let [killed, midway] = [0, 0];
  for (const kind of kinds)
    for (let time = 0; time < times; time += 1) {
      const name = `m_${kinds.indexOf(kind)}_${time}`;
      const urls = await emptyDatabase(database, name);
      if (kind.startsWith('one')) await bringAlmost(urls.ownerUrl);
      const isKill = kind.endsWith('killed');
      const first = open(urls, isKill ? 150 + random() * 1_500 : null);
      const second = open(urls, null);
      const ends = await Promise.all([first, second]);
      if (ends[0] === 'killed') killed += 1;
      if (ends[0] === 'killed' && (await migrationsIn(urls.ownerUrl)) < Object.keys(migrations).length) midway += 1;
      const last = await open(urls, null);
      const wrong = [
        ...ends.filter((end) => end !== 'open' && !(isKill && end === 'killed')),
        ...(last === 'open' ? [] : [last]),
      ];
      if (wrong.length > 0) faults.push(`${kind}: ${wrong.join(' / ')}`);
      const ran = await migrationsIn(urls.ownerUrl);
      if (ran !== Object.keys(migrations).length) faults.push(`${kind}: ${ran} migrations are noted`);
      await database.query(`drop database ${name} with (force)`);
      if (time === times - 1) say(`${kind}: ${times} times.`);
    }
  return {
    did: `${kinds.join('; ')}: ${times} times each; ${killed} killed before they were through, ${midway} with work left for the other`,
    figures: [
      count('migrating-pairs', 'pairs of copies that migrated at once', times * kinds.length),
      count('migrating-killed', 'copies killed while they migrated', killed),
      none('migrating-faults', 'databases not as they must be', faults.length),
    ],
    faults,
  };
}

interface Urls {
  readonly databaseUrl: string;
  readonly ownerUrl: string;
}

async function emptyDatabase({ query, databaseUrl, ownerUrl }: DrillDatabase, name: string): Promise<Urls> {
  await query(`create database ${name}`);
  const on = (address: string) => address.replace(/\/[^/]+$/, `/${name}`);
  return { databaseUrl: on(databaseUrl), ownerUrl: on(ownerUrl) };
}

async function bringAlmost(ownerUrl: string): Promise<void> {
  const owner = openAsOwner(ownerUrl);
  try {
    await migrateTo(owner, Object.keys(migrations).slice(0, -1));
  } finally {
    await owner.destroy();
  }
}

async function migrationsIn(ownerUrl: string): Promise<number> {
  const rows = await askOnce<{ count: number }>(ownerUrl, 'select count(*)::int as count from kysely_migration').catch(
    () => [],
  );
  return rows[0]?.count ?? 0;
}

/** Resolves with `open`, `killed`, or what it said when it failed. */
const open = ({ databaseUrl, ownerUrl }: Urls, killAfterMs: number | null): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'migrate-once.ts'), databaseUrl, ownerUrl], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
    });
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString();
    });
    const timer = killAfterMs === null ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      resolve(
        said.startsWith('open') ? 'open' : signal === 'SIGKILL' ? 'killed' : `ended with ${code}: ${said.slice(-300)}`,
      );
    });
  });
