/**
 * `X-STRINGEE-SIGNATURE`: base64 of HMAC-SHA1, with the project's signing secret, over the path and query of a GET or the
 * raw body of a POST. It holds no time: what a body tells of its own time is looked at instead, and every address of
 * ours bears a mark of its call and turn.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { HookRequest, SignatureVerdict } from '../provider.ts';

export const signatureHeader = 'x-stringee-signature';

/** An event that is told later than that is of another moment. */
const oldestMs = 5 * 60_000;

export function verifySignature(request: HookRequest, secret: string, now: Date): SignatureVerdict {
  const header = request.header(signatureHeader);
  if (!header) return 'missing';
  const expected = createHmac('sha1', secret).update(signedPart(request)).digest();
  const given = Buffer.from(header, 'base64');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'wrong';
  const told = timeOf(request);
  return told === null || Math.abs(now.getTime() - told) <= oldestMs ? 'good' : 'stale';
}

const signedPart = ({ method, url, body }: HookRequest): Buffer | string =>
  method === 'GET' ? url.replaceAll(' ', '%20') : body;

const timed = z.looseObject({ timestamp_ms: z.coerce.number().optional(), time: z.coerce.number().optional() });

/** ms since 1970, as the body tells it; `null`: it tells none. */
function timeOf({ method, body }: HookRequest): number | null {
  if (method === 'GET') return null;
  try {
    const read = timed.safeParse(JSON.parse(body.toString('utf8')));
    return (read.success ? (read.data.timestamp_ms ?? read.data.time) : null) ?? null;
  } catch {
    return null;
  }
}
