/** Web, Zalo and hotline at once, against one address. */
import { seededRandom } from '../../../bot/index.ts';
import type { ZaloSimulator } from '../../../channels/zalo/simulator/start-zalo-simulator.ts';
import { type HotlineLoad, makeHotlineLoad } from './hotline-load.ts';
import { makeWebLoad, type WebLoad } from './web-load.ts';
import { makeZaloLoad, type ZaloLoad } from './zalo-load.ts';

export interface RunningLoad {
  readonly web: WebLoad;
  readonly zalo: ZaloLoad;
  readonly hotline: HotlineLoad;
  /** Nothing new is begun; resolves when all that was begun has come to its end. */
  stop(): Promise<void>;
  /** Messages that were acknowledged so far. */
  acknowledged(): number;
}

export interface LoadOptions {
  readonly base: string;
  readonly zalo: ZaloSimulator;
  readonly seed: string;
  /** Of each kind, at a time (3). */
  readonly citizens?: number;
  /** Telephone calls at a time; as many as citizens of the other kinds. */
  readonly callers?: number;
  readonly pauseMs?: number;
  readonly keysRunOut?: boolean;
}

export function startLoad({
  base,
  zalo,
  seed,
  citizens = 3,
  callers = citizens,
  pauseMs = 400,
  keysRunOut = false,
}: LoadOptions): RunningLoad {
  let over = false;
  const load = { base, isOver: () => over, random: seededRandom(`${seed} load`), citizens, pauseMs, keysRunOut };
  zalo.deliverTo(base);
  const web = makeWebLoad(load);
  const onZalo = makeZaloLoad(zalo, load);
  const hotline = makeHotlineLoad({ ...load, citizens: callers });
  const running = Promise.all([web.run(), onZalo.run(), hotline.run()]);
  running.catch(() => {});
  return {
    web,
    zalo: onZalo,
    hotline,
    async stop() {
      over = true;
      await running;
    },
    acknowledged: () =>
      web.talks.reduce((sum, { acked }) => sum + acked.length, 0) +
      onZalo.acknowledged.size +
      hotline.calls.reduce((sum, { asked }) => sum + asked.length, 0),
  };
}
