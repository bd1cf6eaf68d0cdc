/** Work that is not waited for any longer than that. */

export class CallDeadlineError extends Error {
  readonly code = 'call-deadline';
}

/** @throws {CallDeadlineError} after `ms`; whatever the work comes to then is nobody's. */
export async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CallDeadlineError(`The turn of a call took longer than ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work(stop.signal), late]);
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}
