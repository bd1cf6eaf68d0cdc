/** Which pages may call: our own always, others by setting. */
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import { WireError } from './wire-error.ts';

const allowedHeaders = 'authorization, content-type, x-ms-bot-agent, x-requested-with';

/** Whether a request comes from no page at all, from our own, or from one of `origins`. */
export function isOriginAllowed({ origin, host }: IncomingHttpHeaders, origins: readonly string[]): boolean {
  if (origin === undefined || origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** @throws {WireError} 403. */
export function refuseOrigin(headers: IncomingHttpHeaders, origins: readonly string[]): void {
  if (isOriginAllowed(headers, origins)) return;
  throw new WireError(403, 'OriginNotAllowed', 'This page may not call here. ALLOWED_ORIGINS names those that may.');
}

/** Answers preflights and lets the pages of `origins` read what we answer. */
export const crossOrigin =
  (origins: readonly string[]): RequestHandler =>
  (request, response, next) => {
    response.vary('Origin').set('Cache-Control', 'no-store');
    refuseOrigin(request.headers, origins);
    const { origin } = request.headers;
    if (origin !== undefined) {
      response.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': 'Retry-After' });
    }
    if (request.method !== 'OPTIONS') return next();
    response
      .set({
        'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
        'Access-Control-Allow-Headers': allowedHeaders,
        'Access-Control-Max-Age': '7200',
      })
      .status(204)
      .end();
  };
