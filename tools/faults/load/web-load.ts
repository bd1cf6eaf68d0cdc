/** Citizens on the web: each asks a few questions over the wire, says again what was not acknowledged, and reads on. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CitizenClient } from '../../hand-off-load/citizen-client.ts';
import { KeyRefusedError, makeCitizenClient } from '../../hand-off-load/citizen-client.ts';
import type { Drill } from '../../hand-off-load/drill.ts';
import { makeReach } from '../../hand-off-load/reach.ts';
import { countIn, newTally, type Tally } from '../../hand-off-load/tally.ts';
import { questions } from '../../zalo-bench/questions.ts';
import type { Load } from './load.ts';

export interface WebLoad {
  readonly talks: readonly CitizenClient['own'][];
  readonly tally: Tally;
  /** Until `isOver`; then what was said is read to its end. */
  run(): Promise<void>;
  /** What each citizen is shown who opens his talk anew, from its beginning. */
  readAgain(): Promise<ReadonlyMap<string, readonly string[]>>;
}

const questionsEach = 3;

export function makeWebLoad({ base, isOver, random, citizens, pauseMs, keysRunOut }: Load): WebLoad {
  const tally = newTally();
  const drill: Drill = {
    ...{ bases: [base], tally, place: { unit: '02683' }, writesEvery: 30, reachesFor: 1 },
    ...{ officerSaid: new Map(), shownEarly: new Map(), citizenSaid: new Map() },
    ...{ citizensStop: isOver, officersStop: isOver, clientsStop: isOver },
  };
  const clients: CitizenClient[] = [];
  const oneTalk = async (): Promise<void> => {
    const number = clients.length;
    const address = `10.${20 + Math.floor(number / 40_000)}.${Math.floor(number / 200) % 200}.${(number % 200) + 1}`;
    const client = makeCitizenClient({ drill, reach: makeReach([base], tally), address, onShown: () => {} });
    clients.push(client);
    await client.begin();
    await askThrough(client).catch((error: unknown) => {
      if (!keysRunOut || !(error instanceof KeyRefusedError)) throw error;
      countIn(tally.done, 'talks whose key ran out');
    });
  };
  const askThrough = async (client: CitizenClient): Promise<void> => {
    for (let asked = 0; asked < questionsEach && !isOver(); asked += 1) {
      await client.say(questions[Math.floor(random() * questions.length)] ?? '');
      await client.readOn();
      await sleep(pauseMs * (0.5 + random()));
    }
  };
  const lane = async (): Promise<void> => {
    while (!isOver()) await oneTalk();
  };
  return {
    get talks() {
      return clients.map(({ own }) => own);
    },
    tally,
    async run() {
      await Promise.all(Array.from({ length: citizens }, lane));
    },
    async readAgain() {
      const shown = new Map<string, readonly string[]>();
      for (const { own, readOn } of clients.filter(({ own }) => own.acked.length > 0)) {
        Object.assign(own, { watermark: '', shown: [] });
        const seen = await readOn().then(
          () => own.shown,
          () => null,
        );
        // A token lives for half an hour.
        if (seen) shown.set(own.conversationId, [...seen]);
      }
      return shown;
    },
  };
}
