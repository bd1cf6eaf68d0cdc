/** Compares secrets so that how long it takes tells nothing of them. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** Takes the same time for every wrong one, of whatever length. An empty secret is nobody's. */
export const isSameSecret = (given: string, secret: string): boolean =>
  secret !== '' && timingSafeEqual(digestOf(given), digestOf(secret));

/** Whether a request bears the key. @param header as it came: `Bearer …`. */
export function isBearer(header: string | undefined, key: string): boolean {
  const given = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(header ?? '')?.[1] ?? '';
  return isSameSecret(given, key);
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
