/** What the program asks of the store while nobody asks it anything. */
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSecondsOfFamily } from '../hand-off-load/cpu-seconds.ts';
import type { Measured } from './start-measured.ts';

export interface RestCost {
  /** A minute. */
  readonly statements: number;
  readonly roundTrips: number;
  /** ms of CPU a minute. */
  readonly serverMs: number;
  readonly databaseMs: number;
  readonly texts: readonly (readonly [text: string, perMinute: number])[];
}

/** @param seconds long enough for the rounds of a minute: 65 at least. */
export async function measureRest(measured: Measured, seconds: number): Promise<RestCost> {
  const before = cpuSecondsOfFamily(measured.database.pid());
  await measured.begin(false);
  await sleep(seconds * 1000);
  const { statements, roundTrips, cpuMs } = await measured.end();
  const aMinute = (count: number) => (count * 60) / seconds;
  const all = Object.entries(statements).map(([text, calls]) => [text, aMinute(calls)] as const);
  return {
    statements: all.reduce((sum, [, calls]) => sum + calls, 0),
    roundTrips: aMinute(roundTrips),
    serverMs: aMinute(cpuMs),
    databaseMs: aMinute((cpuSecondsOfFamily(measured.database.pid()) - before) * 1000),
    texts: all.toSorted(([, one], [, other]) => other - one),
  };
}
