/** Citizens on Zalo: the simulated platform delivers, again what was not acknowledged, some twice, and takes the replies. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ZaloSimulator } from '../../../channels/zalo/simulator/start-zalo-simulator.ts';
import { questions } from '../../zalo-bench/questions.ts';
import { userId } from '../../zalo-bench/user-id.ts';
import type { Load } from './load.ts';

export interface ZaloLoad {
  /** Ids of messages that were acknowledged, with whose they are. */
  readonly acknowledged: ReadonlyMap<string, string>;
  /** Deliveries in all, and those that were given up. */
  readonly counts: { deliveries: number; repeated: number; givenUp: number };
  run(): Promise<void>;
}

/** Zalo waits 30 s, 5 min, …; here the waits are shorter, so that a drill ends. */
const again = [1_000, 2_000, 4_000, 8_000, ...Array.from({ length: 30 }, () => 10_000)];
const messagesEach = 2;

export function makeZaloLoad(zalo: ZaloSimulator, { isOver, random, citizens, pauseMs }: Load): ZaloLoad {
  const acknowledged = new Map<string, string>();
  const counts = { deliveries: 0, repeated: 0, givenUp: 0 };
  let people = 0;
  const say = async (from: string): Promise<void> => {
    const id = randomUUID().replaceAll('-', '').slice(0, 20);
    const text = questions[Math.floor(random() * questions.length)] ?? '';
    const said = { from, text, id, at: new Date() };
    const { statuses } = await zalo.toOa(said, { again });
    counts.deliveries += statuses.length;
    if (statuses.at(-1) !== 200) counts.givenUp += 1;
    else acknowledged.set(id, from);
    if (random() > 0.2) return;
    counts.repeated += 1;
    await zalo.toOa(said);
  };
  const lane = async (): Promise<void> => {
    while (!isOver()) {
      const from = userId(people);
      people += 1;
      for (let said = 0; said < messagesEach && !isOver(); said += 1) {
        await say(from);
        await sleep(pauseMs * (0.5 + random()));
      }
    }
  };
  return {
    acknowledged,
    counts,
    async run() {
      await Promise.all(Array.from({ length: citizens }, lane));
    },
  };
}
