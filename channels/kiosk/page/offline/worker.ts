/** The service worker: hands out the page and its files while the server is away. Keeps nothing that a visitor brought. */

/** The part of the worker's world that is used. */
interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(kind: 'fetch', listener: (event: FetchingEvent) => void): void;
}
interface WaitingEvent {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchingEvent {
  readonly request: Request;
  respondWith(reply: Promise<Response>): void;
}

const pageCache = 'kiosk-page';
const pageWithinMs = 4_000;
const worker = globalThis as unknown as Worker;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && url.pathname === '/kiosk') event.respondWith(page());
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
});

/** The newest page where the server answers in time; else the kept one. */
async function page(): Promise<Response> {
  const kept = await (await caches.open(pageCache)).match('/kiosk');
  try {
    const reply = await fetch('/kiosk', kept ? { signal: AbortSignal.timeout(pageWithinMs) } : {});
    if (reply.ok || !kept) return reply;
  } catch (error) {
    if (!kept) throw error;
  }
  return kept;
}

/** Names of files change with what is in them: a kept one is as good as new. */
async function asset(request: Request): Promise<Response> {
  return (await (await caches.open(pageCache)).match(request.url)) ?? fetch(request);
}
