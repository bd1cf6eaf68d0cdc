/** Counts guesses: by the person guessed at, by the dossier code, by where they come from; each with growing waits. */
import type { Store, TryKey, TryState } from '../store/index.ts';
import { keyedHash } from './secrets.ts';

/** What a guess is counted by; what is not known is not counted. */
export interface Guessed {
  readonly person?: string;
  readonly code?: string;
  readonly address?: string;
}

/** What was guessed at: shown to the admin, with the counts. */
export type Guess = 'dossier-code' | 'one-time-code' | 'facts' | 'link-code' | 'link-code-asked';

export interface Tries {
  state(guessed: Guessed): Promise<TryState>;
  /** Counts it and writes it to the audit log, without a word of what was typed. */
  fail(guessed: Guessed, what: Guess): Promise<TryState>;
  /** Takes back what it cost to get there, and no more: one's own dossier buys no guesses at others'. */
  succeed(guessed: Guessed, cost: number): Promise<void>;
}

const minute = 60;
const hour = 60 * minute;

/** Seconds to wait after the nth wrong try, the last for all further ones: four slips are free, of which asking for a code is one. */
const growing = [0, 0, 0, 0, minute, 5 * minute, 15 * minute, hour];
/** A stranger who guesses must not keep the owner out for a day, so only where guesses come from waits that long. */
export const waits: Readonly<Record<TryKey['kind'], readonly number[]>> = {
  person: growing,
  code: growing,
  address: [...growing, 4 * hour, 12 * hour, 24 * hour],
};

export function makeTries({ store, secretKey }: { store: Store; secretKey: Buffer }): Tries {
  const keysOf = (guessed: Guessed): readonly TryKey[] =>
    (['person', 'code', 'address'] as const).flatMap((kind) => {
      const value = guessed[kind];
      return value === undefined
        ? []
        : [{ kind, key: keyedHash(secretKey, `tries of ${kind}`, value), waits: waits[kind] }];
    });
  return {
    state: (guessed) => store.readTries(keysOf(guessed)),
    fail: (guessed, what) => store.countTries(keysOf(guessed), what),
    succeed: (guessed, cost) => store.forgiveTries(keysOf(guessed), cost),
  };
}
