/** Says whose draft it was and what it rests on, sealed: whichever copy of the program hears that it is used believes it. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const receiptSchema = z.object({
  run: z.uuid(),
  staff: z.string(),
  handOff: z.string().nullable(),
  codes: z.array(z.string()),
  until: z.number(),
});
/** Ids and codes alone, no words. */
export type Receipt = z.infer<typeof receiptSchema>;

const sealOf = (key: Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(`copilot-draft ${text}`).digest();

export function sealReceipt(receipt: Receipt, key: Buffer): string {
  const text = Buffer.from(JSON.stringify(receipt)).toString('base64url');
  return `${text}.${sealOf(key, text).toString('base64url')}`;
}

/** `null` for one that is not ours, or too old. */
export function openReceipt(sealed: string, key: Buffer, now: Date): Receipt | null {
  const [text = '', seal = ''] = sealed.split('.');
  const given = Buffer.from(seal, 'base64url');
  const right = sealOf(key, text);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const receipt = receiptSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  return receipt.until > now.getTime() ? receipt : null;
}
