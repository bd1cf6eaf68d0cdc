/** So many at a time; so many more wait; whoever comes after them is told that all are busy. */
import { SpeechError } from '../ports.ts';

export type TakeTurns = <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

export function takeTurns(atATime: number, mostWaiting: number): TakeTurns {
  let running = 0;
  const waiting: (() => void)[] = [];
  const enter = (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (running < atATime) {
      running += 1;
      return Promise.resolve();
    }
    if (waiting.length >= mostWaiting)
      return Promise.reject(new SpeechError('busy', `${waiting.length} already wait for a voice.`));
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.splice(waiting.indexOf(begin), 1);
        reject(signal.reason);
      };
      const begin = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.push(begin);
    });
  };
  return async (signal, work) => {
    await enter(signal);
    try {
      // Whoever gave up between his turn and his work does not begin.
      signal.throwIfAborted();
      return await work();
    } finally {
      // The place goes to the next one, or is free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
