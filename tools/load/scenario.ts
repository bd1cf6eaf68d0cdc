/** What one scenario of the load is, and what it found. */
import type { ScenarioName } from './load-options.ts';
import type { StoreLook } from './measure/look-at-store.ts';
import type { Sample } from './measure/watch-processes.ts';
import type { WorkerReport } from './workers/worker-words.ts';

/** The doors that a scenario loads. */
export const doorNames = ['web', 'zalo', 'hotline'] as const;
export type DoorName = (typeof doorNames)[number];

export const doorsOf: Readonly<Record<ScenarioName, readonly DoorName[]>> = {
  web: ['web'],
  hotline: ['hotline'],
  zalo: ['zalo'],
  all: doorNames,
};

/** Open chats in which nobody says anything. */
export interface IdleCost {
  readonly chats: number;
  /** Memory of the program before and with them, in MB. */
  readonly serverMb: readonly [before: number, withThem: number];
  readonly postgresMb: readonly [before: number, withThem: number];
  /** Share of a core that program and database use while nothing is said, before and with them. */
  readonly serverCores: readonly [before: number, withThem: number];
  readonly postgresCores: readonly [before: number, withThem: number];
  /** How long was looked, in seconds. */
  readonly seconds: number;
  /** How long it took to open them, in ms. */
  readonly openMs: number;
}

export interface DoorResult {
  readonly door: DoorName;
  /** What was asked for, a second; of the hotline: calls at once. */
  readonly asked: number;
  /** The reports of its processes. */
  readonly reports: readonly WorkerReport[];
}

export interface ScenarioResult {
  readonly name: ScenarioName;
  /** Seconds really measured. */
  readonly seconds: number;
  /** It ended before its time: by hand, by the budget, or because the program ended. */
  readonly cutShort: string | null;
  readonly doors: readonly DoorResult[];
  /** Chats that could not be opened, by kind. */
  readonly openErrors: Readonly<Record<string, number>>;
  readonly idle: IdleCost | null;
  readonly samples: readonly Sample[];
  /** The store before anything, with the chats open, and at the end; what could not be looked at is `null`. */
  readonly store: {
    readonly before: StoreLook | null;
    readonly opened: StoreLook | null;
    readonly after: StoreLook | null;
    /** Of the web alone: with filed cases beside the talks. */
    readonly withDossiers: StoreLook | null;
  };
  /** Settings of the program that are not its defaults. */
  readonly settings: Readonly<Record<string, string>>;
  /** Lines of error in its log, the first few. */
  readonly complaints: Readonly<Record<string, number>>;
  /** What went wrong with the measurement itself; `null`: nothing. */
  readonly failure: string | null;
  /** Load average of the machine before it began, over a minute. */
  readonly loadAverage: number;
}
