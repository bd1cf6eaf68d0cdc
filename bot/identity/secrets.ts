/** Secrets that are shown once and kept as hashes: tokens, codes, what they are counted by. */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** 256 random bits, fit for a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Six digits, each as likely as any. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** Of a token: what it names has 256 bits, so a plain hash tells nothing. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * Of what could be guessed (a code, a number, an address), with the program's own key.
 *
 * @param purpose keeps hashes of one use from serving another.
 */
export const keyedHash = (secretKey: Buffer, purpose: string, value: string): Buffer =>
  createHmac('sha256', secretKey).update(`${purpose}:${value}`).digest();

/** In the same time for every pair of the same length. */
export const isSame = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);
