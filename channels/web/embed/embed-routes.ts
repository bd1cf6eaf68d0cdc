/** The chat on other sites: the script that a portal places, and who may frame our chat. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';

/** @param origins the portals that may embed the chat, `https://…` without a path. */
export function embedRoutes(origins: readonly string[]): Router {
  const script = readFileSync(join(import.meta.dirname, 'embed.js'), 'utf8');
  const router = Router();
  router.get('/embed.js', (_request, response) => {
    response
      .set({
        // A day: long enough for a phone, short enough for a portal to get a correction without changing its page.
        'Cache-Control': 'public, max-age=86400',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      })
      .type('js')
      .send(script);
  });
  router.use('/chat', frameFor(origins));
  return router;
}

/** Lets these sites, beside our own, show the page in a frame. */
const frameFor =
  (origins: readonly string[]): RequestHandler =>
  (_request, response, next) => {
    if (origins.length === 0) return next();
    const policy = response.get('Content-Security-Policy') ?? '';
    response.set(
      'Content-Security-Policy',
      policy.replace(/frame-ancestors 'self'/, `frame-ancestors 'self' ${origins.join(' ')}`),
    );
    // It knows no list; browsers that read the policy above do not need it.
    response.removeHeader('X-Frame-Options');
    next();
  };
