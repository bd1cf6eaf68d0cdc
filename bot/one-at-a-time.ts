/** Runs the tasks of one key in the order they came, one at a time; tasks of different keys run side by side. */
export interface InTurn {
  <T>(key: string, task: () => Promise<T>): Promise<T>;
  /** Whether a task of this key has not ended. */
  isBusy(key: string): boolean;
}

export function inTurn(): InTurn {
  const tails = new Map<string, Promise<unknown>>();
  const run = <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const before = tails.get(key) ?? Promise.resolve();
    const result = before.then(task, task);
    const tail = result
      .catch(() => undefined)
      .finally(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
    tails.set(key, tail);
    return result;
  };
  return Object.assign(run, { isBusy: (key: string) => tails.has(key) });
}
