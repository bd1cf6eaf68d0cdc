/** What one drill is: something is broken on purpose under load, and then it is looked at what was lost. */
import type { Figure } from '../measured.ts';

export interface DrillOptions {
  /** How often the program is killed, where it is. */
  readonly kills: number;
  /** The same moments for the same seed, as far as the machine allows. */
  readonly seed: string;
  /** To whoever watches. */
  readonly say: (text: string) => void;
}

export interface DrillReport {
  /** What it did, in one line with counts. */
  readonly did: string;
  readonly figures: readonly Figure[];
  /** What must not be; each names an example. */
  readonly faults: readonly string[];
  /** Why it could not be done here: then nothing was looked at. */
  readonly skipped?: string;
}

export interface Drill {
  readonly name: string;
  run(options: DrillOptions): Promise<DrillReport>;
}

export const skipped = (reason: string): DrillReport => ({ did: '', figures: [], faults: [], skipped: reason });

/** A count that must stay 0. */
export const none = (id: string, label: string, value: number): Figure => ({
  id,
  label,
  value,
  unit: '',
  target: { most: 0 },
});
export const count = (id: string, label: string, value: number, unit = ''): Figure => ({
  id,
  label,
  value,
  unit,
  target: null,
});
