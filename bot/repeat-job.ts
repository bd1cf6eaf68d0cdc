/** Work that is done again and again while the program runs: never twice at a time, never ended by an error. */

export interface JobOptions {
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
  readonly onError: (error: unknown) => void;
}

export interface RepeatedJob {
  /** Resolves when the round under way has ended. */
  stop(): Promise<void>;
  /** There is something to do: does not wait for the next round; one under way is followed by another at once. */
  wake(): void;
}

/** Begins at once. */
export function repeatJob({ everyMs, work, onError }: JobOptions): RepeatedJob {
  let timer: NodeJS.Timeout | undefined;
  let [ended, running, woken] = [false, false, false];
  let round = Promise.resolve();
  const next = (): void => {
    clearTimeout(timer);
    [running, woken] = [true, false];
    round = Promise.resolve()
      .then(work)
      .catch(onError)
      .then(() => {
        running = false;
        if (!ended) timer = setTimeout(next, woken ? 0 : everyMs);
      });
  };
  next();
  return {
    wake() {
      woken = true;
      if (!running && !ended) next();
    },
    async stop() {
      ended = true;
      clearTimeout(timer);
      await round;
    },
  };
}
