/** Keeps what is off and the banners in memory, as the store has them: read before anything is served, then again and again. */
import { type JobOptions, repeatJob } from '../repeat-job.ts';
import type { SwitchStore } from '../store/switches.ts';
import { type BoardState, boardOf, type CountedBoard, nowhere, type Where } from './switchboard.ts';

export interface FollowedSwitches extends CountedBoard {
  /** Which places there are; before it is told, what holds in one commune or province alone holds nowhere. */
  locate(where: Where): void;
  /** Reads now: this copy of the program has just changed something. */
  refresh(): Promise<void>;
  /** When the store was last read; older than some seconds: it cannot be reached. */
  readAt(): Date;
  stop(): Promise<void>;
}

export interface FollowOptions {
  readonly store: Pick<SwitchStore, 'open' | 'onChange'>;
  readonly onError: JobOptions['onError'];
  /** How often the store is asked, in ms; a change that was told is read at once. */
  readonly everyMs?: number;
}

/**
 * While the store cannot be read, what was read last holds. Switches that end by themselves end by this machine's clock.
 *
 * @throws what the store throws, when even the first reading fails: then nothing may be served.
 */
export async function followSwitches({ store, onError, everyMs = 2_000 }: FollowOptions): Promise<FollowedSwitches> {
  let state: BoardState = { off: [], banners: [] };
  let readAt = new Date(0);
  let where = nowhere;
  let asked = 0;
  let taken = 0;
  const refresh = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    const begun = new Date();
    const read = await store.open(begun);
    // An older reading that comes late must not undo a newer one.
    if (mine < taken) return;
    taken = mine;
    state = read;
    readAt = begun;
  };
  await refresh();
  const job = repeatJob({ everyMs, work: refresh, onError });
  // Hints may come faster than they are read: each reading is waited for before the store may be closed.
  const hinted = new Set<Promise<void>>();
  const forget = store.onChange(() => {
    const reading = refresh().catch(onError);
    hinted.add(reading);
    void reading.finally(() => hinted.delete(reading));
  });
  return {
    ...boardOf(
      () => state,
      () => where,
    ),
    locate: (told) => {
      where = told;
    },
    refresh,
    readAt: () => readAt,
    async stop() {
      forget();
      await Promise.allSettled([job.stop(), ...hinted]);
    },
  };
}
