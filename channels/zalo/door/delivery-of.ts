/** What an error of Zalo's means for the parcel that met it. */
import type { Delivery } from '../../../bot/index.ts';
import { ZaloError } from '../zalo-error.ts';

const minute = 60_000;
const zoneMs = 7 * 60 * minute;
const dayMs = 24 * 60 * minute;

/** The next time that the clock in Việt Nam shows this, in minutes after midnight. */
function nextAt(now: Date, minutes: number): Date {
  const local = now.getTime() + zoneMs;
  const today = local - (local % dayMs) + minutes * minute;
  return new Date((today > local ? today : today + dayMs) - zoneMs);
}

/** `outside`: only a template arrives there now. */
export function deliveryOf(error: unknown, now: Date): Delivery | 'outside' {
  // The clients throw nothing else: what does came before anything was sent.
  if (!(error instanceof ZaloError)) return { end: 'not-sent', reason: 'not-prepared', again: true };
  const { action, code: reason, mayHaveArrived, retryAfterMs } = error;
  const later = (at: Date): Delivery => ({ end: 'later', at, reason });
  if (mayHaveArrived) return { end: 'unsure', reason };
  switch (action) {
    case 'template':
      return 'outside';
    case 'slow-down':
      return later(new Date(now.getTime() + (retryAfterMs ?? 15_000)));
    case 'next-morning':
      return later(nextAt(now, 6 * 60 + 5));
    case 'next-day':
      return later(nextAt(now, 7 * 60 + 30));
    // An operator, or the quota of another month, has to change something first.
    case 'refresh':
    case 'human':
    case 'park':
      return later(new Date(now.getTime() + 30 * minute));
    case 'retry':
    case 're-upload':
      return { end: 'not-sent', reason, again: true };
    case 'drop':
    case 'by-phone':
    case 'bug':
      return { end: 'not-sent', reason, again: false };
  }
}

/** This citizen cannot be written to any more: he blocked the account, never followed it, has long been away. */
export const isRefusal = (error: unknown): error is ZaloError =>
  error instanceof ZaloError && error.action === 'drop' && !error.mayHaveArrived;
