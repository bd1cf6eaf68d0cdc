/** What is asked of the measured program from outside, and what it tells. */
import type { Profiler } from 'node:inspector';

export type InsideOrder = { readonly do: 'begin'; readonly profile: boolean } | { readonly do: 'end' };

export interface Inside {
  /** Of all its threads, since `begin`. */
  readonly cpuMs: number;
  /** Waits for PostgreSQL. */
  readonly roundTrips: number;
  /** How often each text was executed. */
  readonly statements: Readonly<Record<string, number>>;
  readonly loopDelayMs: { readonly p99: number; readonly most: number };
  readonly profile: Profiler.Profile | null;
}
