/** Whether the browser says that another site sent this: then nothing is changed, also where no cookie came along. */
import type { Request } from 'express';

/**
 * A form of another site brings no cookie of ours, but what we answer would still clear one. Browsers older than 2023
 * say nothing; those are believed, as everywhere.
 */
export function isFromElsewhere(request: Pick<Request, 'get'>): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'cross-site' || site === 'same-site';
  const origin = request.get('origin');
  if (origin === undefined || origin === 'null') return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.get('host');
}
