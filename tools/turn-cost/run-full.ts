/** Rest and plans, on a store that holds as much as a province's. */
import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { doors } from './doors.ts';
import { type Filling, fillStore } from './fill-store.ts';
import { askAll } from './measure-door.ts';
import { measureRest } from './measure-rest.ts';
import { logPlans, readPlans, type SeenPlan } from './read-plans.ts';
import { startMeasured } from './start-measured.ts';
import { plansTable, restTable } from './tell-cost.ts';

type Say = (text: string) => void;

/** Statements a minute while nobody asks: on an empty store, and on a full one. */
export async function tellRest(filling: Filling, seconds: number, say: Say): Promise<string> {
  const measured = await startMeasured();
  try {
    const empty = await measureRest(measured, seconds);
    say(`Filling the store with ${filling.conversations} conversations.`);
    await fillStore(measured.database, filling);
    return restTable(empty, await measureRest(measured, seconds));
  } finally {
    await measured.stop();
  }
}

/** The plans of a full store's turns over every door. `walked` names big tables that were walked from end to end. */
export async function tellPlans(filling: Filling, say: Say) {
  const measured = await startMeasured(logPlans);
  try {
    say(`Filling the store with ${filling.conversations} conversations.`);
    await fillStore(measured.database, filling);
    const from = statSync(measured.serverLog).size;
    for (const door of doors) {
      say(`Asking over ${door.name}.`);
      await askAll(measured, door, { first: 1, count: 40, atOnce: 2 });
    }
    // The rounds of a minute have plans too.
    await sleep(65_000);
    const plans = readPlans(measured.serverLog, from);
    return { table: plansTable(plans), walked: plans.flatMap(bigWalksOf) };
  } finally {
    await measured.stop();
  }
}

const big = new Set(['citizen', 'conversation', 'turn', 'utterance']);

const bigWalksOf = ({ statement, walks }: SeenPlan): readonly string[] =>
  walks.filter((table) => big.has(table)).map((table) => `${table}: ${statement.slice(0, 160)}`);
