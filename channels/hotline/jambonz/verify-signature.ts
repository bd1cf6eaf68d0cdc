/** `Jambonz-Signature: t=<seconds>,v1=<hex>`: HMAC-SHA256 over `t.body` with the account's webhook secret. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SignatureVerdict } from '../provider.ts';

/** Seconds that a signature may be old, or ahead of our clock. */
const tolerance = 300;

export interface SignedRequest {
  readonly header: string | undefined;
  /** As it came, byte for byte. */
  readonly body: Buffer;
  readonly secret: string;
  readonly now: Date;
}

/** Several `v1` may stand in it while a secret is being changed: one that fits is enough. */
export function verifySignature({ header, body, secret, now }: SignedRequest): SignatureVerdict {
  const parts = (header ?? '').split(',').map((part) => part.trim().split('='));
  const seconds = parts.find(([name]) => name === 't')?.[1] ?? '';
  const given = parts.flatMap(([name, value]) => (name === 'v1' && value ? [value] : []));
  if (!/^\d{1,12}$/.test(seconds) || given.length === 0) return 'missing';
  const expected = createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
  const fits = given
    .map((hex) => Buffer.from(hex, 'hex'))
    .some((one) => one.length === expected.length && timingSafeEqual(one, expected));
  if (!fits) return 'wrong';
  return Math.abs(now.getTime() / 1000 - Number(seconds)) > tolerance ? 'stale' : 'good';
}
