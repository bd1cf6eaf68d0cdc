/** What one turn over one door costs: medians over repeats, by counts and CPU, which hold on a busy machine too. */
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSecondsOfFamily } from '../hand-off-load/cpu-seconds.ts';
import { type Door, everyday } from './doors.ts';
import type { Inside } from './inside.ts';
import type { Measured } from './start-measured.ts';

/** Per turn, where nothing else is said. */
export interface DoorCost {
  readonly door: string;
  readonly turns: number;
  readonly statements: number;
  readonly roundTrips: number;
  /** Transactions ended by a commit, and times that the log was forced to disk. */
  readonly commits: number;
  readonly fsyncs: number;
  readonly walKb: number;
  /** ms of CPU: of the program with all its threads, of PostgreSQL with all its processes. */
  readonly serverMs: number;
  readonly databaseMs: number;
  readonly bytesOut: number;
  /** Of the main thread while the door was measured, in ms. */
  readonly loopDelayMs: Inside['loopDelayMs'];
  /** Calls a turn by their text, the most frequent first. */
  readonly texts: readonly (readonly [text: string, perTurn: number])[];
  readonly profile: Inside['profile'];
}

export interface MeasureOptions {
  /** Turns in a repeat. */
  readonly turns: number;
  readonly repeats: number;
  /** Talks open at once, one turn each at a time. */
  readonly atOnce: number;
  readonly profile: boolean;
}

interface Snapshot {
  readonly commits: number;
  readonly fsyncs: number;
  readonly walBytes: number;
  readonly databaseSeconds: number;
}

/** What goes on without anybody asking is taken off: so many ms of rest are measured first. */
const restMs = 4_000;
/** A talk takes 30 messages a minute. */
const mostOfATalk = 24;

export async function measureDoor(measured: Measured, door: Door, options: MeasureOptions): Promise<DoorCost> {
  const { turns, repeats, atOnce, profile } = options;
  await askAll(measured, door, { first: 1, count: atOnce * 6, atOnce });
  const rest = await over(measured, () => sleep(restMs), false);
  const found: (Awaited<ReturnType<typeof over>> & { readonly bytes: number; readonly ms: number })[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    let bytes = 0;
    const begun = performance.now();
    const first = 1_000 + repeat * 1_000;
    const cost = await over(
      measured,
      async () => {
        bytes = await askAll(measured, door, { first, count: turns, atOnce });
      },
      profile && repeat === repeats - 1,
    );
    found.push({ ...cost, bytes, ms: performance.now() - begun });
  }
  const perTurn = (read: (cost: Cost) => number): number =>
    medianOf(found.map((cost) => (read(cost) - (read(rest) * cost.ms) / restMs) / turns));
  const last = found.at(-1);
  if (!last) throw new Error('Measure at least one repeat');
  return {
    door: door.name,
    turns: turns * repeats,
    statements: perTurn(({ inside }) => sumOf(Object.values(inside.statements))),
    roundTrips: perTurn(({ inside }) => inside.roundTrips),
    commits: perTurn(({ commits }) => commits),
    fsyncs: perTurn(({ fsyncs }) => fsyncs),
    walKb: perTurn(({ walBytes }) => walBytes / 1024),
    serverMs: medianOf(
      found
        .slice(0, profile ? -1 : undefined)
        .map((cost) => (cost.inside.cpuMs - (rest.inside.cpuMs * cost.ms) / restMs) / turns),
    ),
    databaseMs: perTurn(({ databaseSeconds }) => databaseSeconds * 1000),
    bytesOut: medianOf(found.map(({ bytes }) => bytes / turns)),
    loopDelayMs: last.inside.loopDelayMs,
    texts: Object.entries(last.inside.statements)
      .map(([text, calls]) => [text, calls / turns] as const)
      .toSorted(([, one], [, other]) => other - one),
    profile: last.inside.profile,
  };
}

type Cost = Awaited<ReturnType<typeof over>>;

async function over(measured: Measured, work: () => Promise<unknown>, profile: boolean) {
  await measured.begin(profile);
  const before = await look(measured);
  await work();
  const inside = await measured.end();
  const after = await look(measured);
  return {
    inside,
    // The looking itself is two transactions.
    commits: after.commits - before.commits - 1,
    fsyncs: after.fsyncs - before.fsyncs,
    walBytes: after.walBytes - before.walBytes,
    databaseSeconds: after.databaseSeconds - before.databaseSeconds,
  };
}

async function look({ database }: Measured): Promise<Snapshot> {
  // A backend tells its counts when it rests, at most once a second.
  await sleep(1_200);
  const [row] = await database.query<{ commits: string; fsyncs: string; wal: string }>(
    `select (select xact_commit from pg_stat_database where datname = current_database()) as commits,
      (select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal') as fsyncs,
      (select wal_bytes from pg_stat_wal) as wal`,
  );
  return {
    commits: Number(row?.commits),
    fsyncs: Number(row?.fsyncs),
    walBytes: Number(row?.wal),
    databaseSeconds: cpuSecondsOfFamily(database.pid()),
  };
}

interface Asking {
  /** Numbers of those who ask: nobody asks in two repeats. */
  readonly first: number;
  readonly count: number;
  readonly atOnce: number;
}

/** Talks are opened, and what that costs is measured too: as in life, few questions stand for one opening. @returns bytes. */
export async function askAll(measured: Measured, door: Door, { first, count, atOnce }: Asking): Promise<number> {
  let [left, bytes] = [count, 0];
  const talk = async (number: number): Promise<void> => {
    const { ask, close } = await door.open(measured, number);
    for (let said = 0; said < mostOfATalk && left > 0; said += 1) {
      left -= 1;
      bytes += (await ask(everyday[(number + said) % everyday.length] ?? '')).bytes;
    }
    close();
  };
  let next = first;
  const lane = async (): Promise<void> => {
    while (left > 0) await talk(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return bytes;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return (low + high) / 2;
}
