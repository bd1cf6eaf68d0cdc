/** Makes sure that the child ends with the program. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls `stop` when the program exits, also by an error, and when a signal ends it.
 *
 * A signal that somebody else handles too is left to him (first in line, it sees his `once` before that is gone): the program may want to finish its turns first, and
 * then closes the store or exits, which comes by here as well. `stop` must be synchronous.
 *
 * @returns takes the hooks away again.
 */
export function stopOnExit(stop: () => void): () => void {
  const undo = (): void => {
    process.off('exit', stop);
    for (const signal of signals) process.off(signal, onSignal);
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    if (process.listenerCount(signal) > 1) return;
    undo();
    stop();
    process.kill(process.pid, signal);
  };
  process.once('exit', stop);
  for (const signal of signals) process.prependListener(signal, onSignal);
  return undo;
}
