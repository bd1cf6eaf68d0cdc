/** What is seen of a running server from outside: whether it lives, whether it can answer, and its figures. */
import { sql } from 'kysely';
import type { TurnReport } from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import type { Health } from '../channels/index.ts';
import { metricsKey } from '../config.ts';
import type { Guide } from '../knowledge/index.ts';
import { openMetrics } from './open-metrics.ts';

export interface Watch {
  readonly health: Health;
  turn(report: TurnReport): void;
  /** From here on nobody new is to be sent here. */
  ending(): void;
}

export interface WatchParts {
  readonly store: Store;
  /** What serves now. */
  readonly guides: () => readonly Guide[];
  readonly onError: (error: unknown) => void;
}

/** As answers warn. */
const staleAfterMs = 180 * 86_400_000;

export function openWatch({ store, guides, onError }: WatchParts): Watch {
  const key = metricsKey();
  const isStale = ({ checkedOn, validTo }: Guide) =>
    Date.now() - Date.parse(checkedOn) > staleAfterMs || (validTo !== null && Date.parse(validTo) < Date.now());
  const watched = {
    outbox: store.outbox.counts,
    waiting: store.handOffs.queue.waiting,
    staleGuides: () => guides().filter(isStale).length,
  };
  const metrics = key ? openMetrics(watched, onError) : null;
  let isEnding = false;
  return {
    health: {
      async ready() {
        if (isEnding || guides().length === 0) throw new Error('The program is starting or ending.');
        await sql`select 1`.execute(store.database.outer);
      },
      metrics: metrics && key ? { key, read: metrics.read } : null,
    },
    turn: (report) => metrics?.turn(report),
    ending() {
      isEnding = true;
    },
  };
}
