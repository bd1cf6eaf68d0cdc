/** Who calls whom, sealed in the addresses of our hooks: Stringee's events of keys do not tell it again. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

export interface Numbers {
  /** E.164; `null`: hidden. */
  readonly from: string | null;
  readonly to: string;
}

const numbers = z.tuple([z.string().nullable(), z.string()]);
const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
const longest = 400;

const keyOf = (secret: string): Buffer => createHash('sha256').update(`numbers of a call:${secret}`).digest();

/** No number is read from it, and none is put into it by anybody else. */
export function sealNumbers({ from, to }: Numbers, secret: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, keyOf(secret), iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify([from, to]), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** `null` for what we have not sealed. */
export function openNumbers(text: unknown, secret: string): Numbers | null {
  if (typeof text !== 'string' || text.length > longest) return null;
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length <= ivBytes + tagBytes) return null;
  const decipher = createDecipheriv(algorithm, keyOf(secret), bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString(
      'utf8',
    );
    const [from, to] = numbers.parse(JSON.parse(text));
    return { from, to };
  } catch {
    return null;
  }
}
