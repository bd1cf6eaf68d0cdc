/** What is seen of a running server from outside: whether it lives, whether it can answer, and its figures. */
import { sql } from 'kysely';
import type { Store } from '../bot/store/index.ts';
import type { Health } from '../channels/index.ts';
import { type Config, metricsKey, modelOptions } from '../config.ts';
import type { Guide } from '../knowledge/index.ts';
import { buildInfo } from './build-info.ts';
import { gatherReadings } from './metrics/gather-readings.ts';
import { type Look, lookAtBackup, lookAtBuild, lookAtConnections, lookAtGuides, lookAtStore } from './metrics/looks.ts';
import { openRegistry } from './metrics/open-registry.ts';
import { type Tally, tallyOf } from './metrics/tally.ts';

export interface Watch {
  readonly health: Health;
  /** What is counted as it happens. */
  readonly tally: Tally;
  /** More that is looked at whenever somebody reads the figures. */
  add(...looks: readonly Look[]): void;
  /** The doors are open: what came before was our own rehearsal. */
  opened(): void;
  readonly isOpen: () => boolean;
  /** From here on nobody new is to be sent here. */
  ending(): void;
}

export interface WatchParts {
  readonly config: Config;
  readonly store: Pick<Store, 'database' | 'watch'>;
  /** What serves now. */
  readonly guides: () => readonly Guide[];
  readonly onError: (error: unknown) => void;
}

export function openWatch({ config, store, guides, onError }: WatchParts): Watch {
  const key = metricsKey();
  const ofStore = lookAtStore(store.watch, modelOptions(config)?.ceilings.all ?? null);
  const others: Look[] = [
    lookAtConnections(store.database),
    lookAtGuides(guides),
    lookAtBackup(config),
    lookAtBuild(buildInfo()),
  ];
  const figures = key
    ? openRegistry(() => gatherReadings({ store: ofStore, others }, { now: new Date(), onError }))
    : null;
  let [isOpen, isEnding] = [false, false];
  return {
    health: {
      async ready() {
        if (isEnding || guides().length === 0) throw new Error('The program is starting or ending.');
        await sql`select 1`.execute(store.database.outer);
      },
      metrics: figures && key ? { key, read: figures.read } : null,
    },
    tally: tallyOf(figures),
    add: (...looks) => void others.push(...looks),
    opened() {
      isOpen = true;
    },
    isOpen: () => isOpen,
    ending() {
      isEnding = true;
    },
  };
}
