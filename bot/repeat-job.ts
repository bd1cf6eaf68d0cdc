/** Work that is done again and again while the program runs: never twice at a time, never ended by an error. */

export interface JobOptions {
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
  readonly onError: (error: unknown) => void;
}

/** Begins at once. Resolves `stop` when the round under way has ended. */
export function repeatJob({ everyMs, work, onError }: JobOptions): { readonly stop: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  let round = Promise.resolve();
  const next = (): void => {
    round = Promise.resolve()
      .then(work)
      .catch(onError)
      .then(() => {
        if (!ended) timer = setTimeout(next, everyMs);
      });
  };
  next();
  return {
    async stop() {
      ended = true;
      clearTimeout(timer);
      await round;
    },
  };
}
