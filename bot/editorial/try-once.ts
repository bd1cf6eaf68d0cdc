/** Runs one trial at a time and keeps the verdicts: the same addition on the same knowledge is tried once. */
import { createHash } from 'node:crypto';
import type { Addition } from '../../knowledge/index.ts';
import type { Verdict } from './judge-addition.ts';

/** `null`: not done yet; ask again with the same addition. Rejects when the trial itself failed. */
export type Tryer = (addition: Addition) => Promise<Verdict | null>;

export interface TryerParts {
  /** Tries it on what serves now. Takes seconds. */
  readonly judge: (addition: Addition) => Promise<Verdict>;
  /** Changes with the knowledge that serves. */
  readonly serving: () => Promise<string>;
  /** How long a caller waits before he is told to ask again; resolves after so many milliseconds. */
  readonly wait: () => Promise<void>;
}

const mostKept = 100;

export function createTryer({ judge, serving, wait }: TryerParts): Tryer {
  const known = new Map<string, Promise<Verdict>>();
  let last: Promise<unknown> = Promise.resolve();
  const begin = (key: string, addition: Addition): Promise<Verdict> => {
    const verdict = last.then(() => judge(addition));
    last = verdict.catch(() => undefined);
    // A trial that failed is tried again the next time.
    verdict.catch(() => known.delete(key));
    known.set(key, verdict);
    for (const old of [...known.keys()].slice(0, -mostKept)) known.delete(old);
    return verdict;
  };
  return async (addition) => {
    const key = createHash('sha256')
      .update(`${await serving()} ${JSON.stringify(addition)}`)
      .digest('hex');
    const verdict = known.get(key) ?? begin(key, addition);
    return Promise.race([verdict, wait().then(() => null)]);
  };
}
