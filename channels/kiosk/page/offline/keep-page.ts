/** Keeps the page itself on the device, so that a reload works while the server is away. */
const pageCache = 'kiosk-page';

/** Needs https or localhost; elsewhere nothing is kept and nothing breaks. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return;
  try {
    await navigator.serviceWorker.register('/kiosk/worker.js', { scope: '/kiosk' });
    await document.fonts.ready;
    const cache = await caches.open(pageCache);
    const wanted = new Set(['/kiosk', ...filesOfPage()].map((path) => new URL(path, location.origin).href));
    await cache.addAll([...wanted]);
    for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
  } catch {
    // The server is away, or the browser keeps nothing: the page works as long as it is open.
  }
}

function filesOfPage(): readonly string[] {
  const named = [...document.querySelectorAll('script[src], link[rel="stylesheet"]')].map(
    (one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '',
  );
  const fonts = performance.getEntriesByType('resource').map(({ name }) => name);
  return [...named, ...fonts.filter((name) => /\/assets\/[^?]+\.(woff2|js|css|svg)$/.test(name))].filter(Boolean);
}
