/** Reading what others send: a field of another type than expected is as good as missing. */
import { z } from 'zod';

export const maybe = <Type extends z.ZodType>(type: Type) => type.optional().catch(undefined);

/** Ids are opaque: numbers become their digits. */
export const idText = maybe(
  z.union([z.string(), z.number().transform(String)]).pipe(z.string().trim().min(1).max(256)),
);
export const words = maybe(z.string());
export const flag = maybe(z.boolean());

const secondsBelow = 1e12;

/** A moment in ms since 1970, as number or digits; some events tell seconds. `null` when it is none. */
export function momentOf(value: unknown): Date | null {
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value.trim()) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number <= 0) return null;
  const at = new Date(number < secondsBelow ? number * 1000 : number);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** The moment told, when it lies where a message of today can; else when it reached us. */
export function believableMoment(told: Date | null, receivedAt: Date): Date {
  const age = told === null ? null : receivedAt.getTime() - told.getTime();
  return told !== null && age !== null && age < longestBack && age > -longestAhead ? told : receivedAt;
}
const longestBack = 3 * 86_400_000;
const longestAhead = 10 * 60_000;
