/** A process of the load: callers at random by simulated providers, so many at once, who think before they speak. */
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../../../bot/index.ts';
import { runRandomCall } from '../../../channels/hotline/simulator/random-caller.ts';
import { type Exchange, openPhone, type SimulatedPhone } from '../../../channels/hotline/simulator/simulated-phone.ts';
import { testSides } from '../../../channels/hotline/simulator/test-providers.ts';
import { beWorker } from './be-worker.ts';
import { makeTally, nowMs, type WorkTally } from './tally.ts';

export interface CallOptions {
  readonly atOnce: number;
  /** Between a reply and the next hook, in seconds. */
  readonly think: number;
}

/** Invented numbers. */
const caller = (index: number): string => `0900${String(100_000 + (index % 900_000))}`;

interface Calling {
  readonly tally: WorkTally;
  readonly think: number;
  readonly stopped: AbortSignal;
}

/** Ends a call in the midst when the measurement is over. */
class Over extends Error {}

/** Each hook is due when the caller has thought; that our own process was late counts against the answer. */
function thinking(phone: SimulatedPhone, { think, stopped }: Calling, due: { at: number }): SimulatedPhone {
  const wait = async <T>(then: () => Promise<T>): Promise<T> => {
    due.at = nowMs() + think * 1000;
    await sleep(think * 1000, undefined, { signal: stopped }).catch(() => {});
    if (stopped.aborted) throw new Over();
    return then();
  };
  return {
    get heard() {
      return phone.heard;
    },
    get orders() {
      return phone.orders;
    },
    begin: () => wait(() => phone.begin()),
    act: (what) => wait(() => phone.act(what)),
    repeat: () => wait(() => phone.repeat()),
    pickUp: () => wait(() => phone.pickUp()),
    dialled: (outcome) => wait(() => phone.dialled(outcome)),
    hangUp: () => wait(() => phone.hangUp()),
  };
}

function noteExchange(tally: WorkTally, due: { readonly at: number }, { status, ms }: Exchange): void {
  tally.sent(due.at, nowMs() - ms);
  if (status === 200) tally.took('hook', due.at);
  else tally.failed(`HTTP ${status}`);
}

await beWorker<CallOptions>(async ({ options, tell, target, begin, stopped }) => {
  const base = await target();
  const sides = testSides(base);
  tell({ kind: 'ready' });
  const measured = await begin();
  const tally = makeTally(measured, 'hook');
  const over = AbortSignal.any([
    stopped,
    AbortSignal.timeout(Math.max(1, measured.at + measured.seconds * 1000 - Date.now())),
  ]);
  let next = 0;
  const callOnce = async (): Promise<void> => {
    const index = next++;
    const due = { at: nowMs() };
    const phone = openPhone({
      side: index % 2 === 0 ? sides.jambonz : sides.twiml,
      base,
      call: { callId: `load-${measured.at}-${index}`, from: caller(index), to: '02143870000' },
      onExchange: (exchange) => noteExchange(tally, due, exchange),
    });
    const calling = thinking(phone, { tally, think: options.think, stopped: over }, due);
    try {
      const { end } = await runRandomCall({ phone: calling, random: seededRandom(`load ${index}`) });
      tally.count('calls ended');
      if (end === 'loop') tally.failed('a call came to no end');
    } catch (error) {
      if (error instanceof Over) return;
      tally.failed(error instanceof Error ? error.message.replace(/\d{4,}/g, '…').slice(0, 60) : 'unknown');
    }
  };
  const work = async (index: number) => {
    // Callers do not begin as one man.
    await sleep((index / options.atOnce) * options.think * 1000, undefined, { signal: over }).catch(() => {});
    while (!over.aborted) await callOnce();
  };
  await Promise.all(Array.from({ length: options.atOnce }, (_, index) => work(index)));
  tally.count('calls begun', next);
  tell({ kind: 'report', report: tally.report() });
});
