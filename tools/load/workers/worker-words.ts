/** What a process of the load and the one that started it tell each other. */

/** Seconds since the beginning, and how long it took, in ms. */
export type Timed = readonly [at: number, ms: number];

export interface WorkerReport {
  /** What was due in the time measured. */
  readonly asked: number;
  /** What was answered rightly, of that. */
  readonly done: number;
  /** Asked, and neither answered nor failed when the measurement ended. */
  readonly open: number;
  /** By what it is that took so long: `turn`, `accepted`, `acknowledged`, `hook`. Counted from when each was due. */
  readonly timings: Readonly<Record<string, readonly Timed[]>>;
  /** Failures by kind. */
  readonly errors: Readonly<Record<string, number>>;
  /** How far the load itself lay behind: each thing sent, in ms after it was due. */
  readonly behindMs: { readonly p50: number; readonly p99: number; readonly max: number };
  /** Whatever else was counted. */
  readonly counts: Readonly<Record<string, number>>;
}

/** When the measurement begins, ms since 1970, and how long it lasts. */
export interface Begin {
  readonly at: number;
  readonly seconds: number;
}

export type ToWorker =
  | { readonly kind: 'target'; readonly base: string }
  | { readonly kind: 'begin'; readonly begin: Begin }
  | { readonly kind: 'stop' };

export type FromWorker =
  | { readonly kind: 'progress'; readonly text: string }
  /** It has everything ready to be measured. @property settings that the server needs to be reached by it. */
  | {
      readonly kind: 'ready';
      readonly settings?: Readonly<Record<string, string>>;
      readonly errors?: Readonly<Record<string, number>>;
      readonly counts?: Readonly<Record<string, number>>;
    }
  | { readonly kind: 'report'; readonly report: WorkerReport }
  | { readonly kind: 'failed'; readonly message: string };
