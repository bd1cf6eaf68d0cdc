/** A fetch whose calls end with the visit: what was under way for one person never comes back to the next. */
import type { Fetch } from '../../../pages/wire/call.ts';

export const whileOpen =
  (over: AbortSignal, fetcher: Fetch): Fetch =>
  (url, init) => {
    if (over.aborted) return Promise.reject(new DOMException('The visit is over', 'AbortError'));
    const either = new AbortController();
    const stop = () => either.abort('over');
    over.addEventListener('abort', stop, { once: true });
    init.signal?.addEventListener('abort', stop, { once: true });
    return fetcher(url, { ...init, signal: either.signal });
  };
