/** The drill: one PostgreSQL, two copies of the program, many citizens and officers, and a copy that is killed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkOutcome, type Findings } from './check-outcome.ts';
import { makeCitizen } from './citizen.ts';
import { cpuSecondsOfFamily } from './cpu-seconds.ts';
import type { Drill } from './drill.ts';
import { makeOfficer, type Officer } from './officer.ts';
import { letters } from './officer-record.ts';
import { drillKey, drillUnit, inviteStaff, signInOfficer } from './sign-in-officer.ts';
import { type Copy, makeCopy } from './start-copies.ts';
import { type DrillDatabase, startPostgres } from './start-postgres.ts';
import { countIn, newTally, type Tally } from './tally.ts';

export interface DrillOptions {
  readonly minutes: number;
  readonly waiting: number;
  readonly officers: number;
  readonly kills: number;
  readonly say: (text: string) => void;
}

export interface DrillReport {
  readonly findings: Findings;
  readonly tally: Tally;
  /** How long the killed copy took until it served again, in ms. */
  readonly restartMs: readonly number[];
  /** Seconds of CPU, of the time in which the load ran. */
  readonly cpu: { readonly seconds: number; readonly load: number; readonly copies: number; readonly postgres: number };
  /** Citizens who waited at the same time, at most. */
  readonly mostWaiting: number;
  readonly complaints: readonly string[];
}

/** Open at any hour, so that the drill is the same on a Sunday. */
export const alwaysOpen = `name: Trung tâm Phục vụ hành chính công xã Bát Xát
address: số 1 đường Thí Dụ
phone: null
commune: "${drillUnit}"
hours:
${['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => `  ${day}: ["00:00-23:59"]`).join('\n')}
`;

export async function runDrill(options: DrillOptions): Promise<DrillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'hmc-hand-off-load-'));
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const database = await startPostgres(join(folder, 'database'));
    ends.push(database.stop);
    const copies = await openCopies(database, folder, {}, options.say);
    ends.push(...copies.map((copy) => copy.stop));
    return await drillOn(database, copies, options);
  } finally {
    for (const end of ends.reverse()) await end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Two copies on one database and one data folder, as two machines behind one balancer with a shared folder. */
export async function openCopies(
  { databaseUrl, ownerUrl }: Pick<DrillDatabase, 'databaseUrl' | 'ownerUrl'>,
  folder: string,
  settings: NodeJS.ProcessEnv,
  say: (text: string) => void,
): Promise<readonly Copy[]> {
  const unitFile = join(folder, 'unit.yaml');
  writeFileSync(unitFile, alwaysOpen);
  const env = {
    DATA_FOLDER: join(folder, 'data'),
    DATABASE_URL: databaseUrl,
    DATABASE_OWNER_URL: ownerUrl,
    SECRET_KEY: drillKey,
    UNIT_FILE: unitFile,
    LOCAL_FOLDER: join(folder, 'local'),
    TRUST_PROXY: '1',
    LOG_LEVEL: 'warn',
    ...settings,
  };
  const copies = [await makeCopy(env), await makeCopy(env)];
  for (const copy of copies) say(`A copy serves after ${Math.round(await copy.start())} ms.`);
  return copies;
}

const startTogether = 10;

async function drillOn(
  database: DrillDatabase,
  copies: readonly Copy[],
  { minutes, waiting, officers: officerCount, kills, say }: DrillOptions,
): Promise<DrillReport> {
  const bases = copies.map(({ base }) => base);
  const tally = newTally();
  const clock = { begun: Date.now(), ends: Number.POSITIVE_INFINITY, isQuiet: false };
  const drill: Drill = {
    bases,
    tally,
    place: { unit: drillUnit },
    writesEvery: 30,
    reachesFor: Math.max(1, Math.floor(officerCount / 5)),
    officerSaid: new Map(),
    shownEarly: new Map(),
    citizenSaid: new Map(),
    citizensStop: () => Date.now() > clock.ends,
    officersStop: () => Date.now() > clock.ends,
    clientsStop: () => clock.isQuiet,
  };
  const gaveUp = (error: unknown) =>
    countIn(tally.errors, `gave up: ${error instanceof Error ? error.message : String(error)}`);
  const staff = await openStaff(database, drill, officerCount);
  say(`${staff.length} officers are signed in.`);
  const citizens = Array.from({ length: waiting }, (_, number) => makeCitizen(drill, number));
  const living: Promise<void>[] = [];
  for (let from = 0; from < citizens.length; from += startTogether) {
    const some = citizens.slice(from, from + startTogether);
    await Promise.all(some.map((citizen) => citizen.begin()));
    living.push(...some.map((citizen) => citizen.live().catch(gaveUp)));
  }
  const mostWaiting = await untilWaiting(database, waiting);
  say(`${mostWaiting} wait. The officers begin.`);
  clock.begun = Date.now();
  clock.ends = clock.begun + minutes * 60_000;
  const before = cpuNow(database, copies);
  const working = staff.map((officer) => officer.live().catch(gaveUp));
  const restartMs = await killAtRandom(copies, { kills, ms: minutes * 60_000, say });
  await Promise.all(working);
  const after = cpuNow(database, copies);
  say('The officers are done; the talks run out.');
  await untilAnswered(database);
  // Clients look every two seconds.
  await sleep(5_000);
  clock.isQuiet = true;
  await Promise.all(living);
  for (const citizen of citizens) while (await citizen.readOn());
  return {
    findings: await checkOutcome(database, citizens, staff),
    tally,
    restartMs,
    cpu: differenceOf(before, after),
    mostWaiting,
    complaints: copies.flatMap((copy) => copy.said().split('\n')).filter((line) => line.startsWith('{')),
  };
}

async function openStaff(database: DrillDatabase, drill: Drill, count: number): Promise<readonly Officer[]> {
  const wanted = Array.from({ length: count }, (_, number) => ({
    name: `Lan ${letters(number)}`,
    role: 'officer' as const,
  }));
  const invited = await inviteStaff(database, wanted);
  const staff: Officer[] = [];
  for (const [number, one] of invited.entries()) {
    const base = drill.bases[number % drill.bases.length] ?? '';
    const headers = await signInOfficer(base, one, `10.8.0.${number + 1}`);
    const colleagues = invited.map(({ staffId }) => staffId).filter((id) => id !== one.staffId);
    staff.push(makeOfficer({ drill, number, staffId: one.staffId, headers, colleagues }));
  }
  return staff;
}

const waitingNow = async (database: DrillDatabase): Promise<number> => {
  const rows = await database.query<{ count: string }>(
    `select count(*) as count from hand_off where state = 'waiting'`,
  );
  return Number(rows[0]?.count ?? 0);
};

async function untilWaiting(database: DrillDatabase, wanted: number): Promise<number> {
  for (let look = 0; look < 600; look += 1) {
    const count = await waitingNow(database);
    if (count >= wanted) return count;
    await sleep(200);
  }
  return waitingNow(database);
}

/** What a killed copy left is answered after 20 seconds by the other one. */
async function untilAnswered(database: DrillDatabase): Promise<void> {
  for (let look = 0; look < 300; look += 1) {
    const rows = await database.query('select from turn where answered_at is null limit 1');
    if (rows.length === 0) return;
    await sleep(200);
  }
}

/** The second copy dies at random moments, one in each part of the time, and is started again at once. */
async function killAtRandom(
  [, copy]: readonly Copy[],
  { kills, ms, say }: { readonly kills: number; readonly ms: number; readonly say: (text: string) => void },
): Promise<readonly number[]> {
  const begun = Date.now();
  const took: number[] = [];
  const part = ms / Math.max(kills, 1);
  for (let kill = 0; kill < kills && copy; kill += 1) {
    const at = part * kill + part * (0.15 + Math.random() * 0.5);
    await sleep(Math.max(0, at - (Date.now() - begun)));
    await copy.kill();
    say(`Copy B was killed after ${Math.round((Date.now() - begun) / 1000)} s.`);
    took.push(Math.round(await copy.start()));
  }
  return took;
}

interface CpuAt {
  readonly at: number;
  readonly load: number;
  readonly copies: number;
  readonly postgres: number;
}

const cpuNow = (database: DrillDatabase, copies: readonly Copy[]): CpuAt => {
  const { user, system } = process.cpuUsage();
  return {
    at: Date.now() / 1000,
    load: (user + system) / 1_000_000,
    copies: copies.reduce((sum, copy) => sum + copy.cpuSeconds(), 0),
    postgres: cpuSecondsOfFamily(database.pid()),
  };
};

const differenceOf = (before: CpuAt, after: CpuAt) => ({
  seconds: after.at - before.at,
  load: after.load - before.load,
  copies: after.copies - before.copies,
  postgres: after.postgres - before.postgres,
});
