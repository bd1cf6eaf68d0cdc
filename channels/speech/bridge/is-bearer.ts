/** Whether a request bears the key; how long the comparing takes tells nothing of it. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** @param header as it came: `Bearer …`. */
export function isBearer(header: string | undefined, key: string): boolean {
  const given = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(header ?? '')?.[1] ?? '';
  return timingSafeEqual(digestOf(given), digestOf(key));
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
