/** Makes what comes from outside fit for PostgreSQL, which takes neither NUL nor half a surrogate pair. */
import { StoreInputError } from './errors.ts';

const replacement = '�';
const keyLimit = 512;

/** The text with every character that cannot be stored replaced by U+FFFD. */
export const cleanText = (text: string): string => text.replaceAll('\0', replacement).toWellFormed();

/** A value as JSON text for a `jsonb` column, cleaned the same way, keys included. `undefined` becomes `null`. */
export function toJson(value: unknown): string {
  try {
    return JSON.stringify(value ?? null, cleanEntry);
  } catch {
    throw new StoreInputError('bad-json', 'A value cannot be written as JSON: it contains itself or a BigInt.');
  }
}

function cleanEntry(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (Object.keys(value).every((key) => cleanText(key) === key)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [cleanText(key), entry]));
}

/**
 * A platform's own id, unchanged: cleaning could make two ids one, and a message would be taken for a repeat.
 *
 * @throws {@link StoreInputError} when it is empty, longer than 512 characters, or cannot be stored.
 */
export function keyOf(key: string): string {
  if (typeof key === 'string' && key !== '' && key.length <= keyLimit && cleanText(key) === key) return key;
  throw new StoreInputError(
    'bad-id',
    `An id must have 1 to ${keyLimit} characters, none of them NUL or half a character.`,
  );
}

/** One of our own ids, in the form PostgreSQL prints. @throws {@link StoreInputError} when it is no UUID. */
export function idOf(id: string): string {
  if (typeof id === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return id.toLowerCase();
  throw new StoreInputError('bad-id', 'An id of ours must be a UUID.');
}

/** @throws {@link StoreInputError} for an invalid date, or one beyond the years 1 to 9999. */
export function dateOf(date: Date): Date {
  const year = date.getUTCFullYear();
  if (year >= 1 && year <= 9999) return date;
  throw new StoreInputError('bad-date', 'A moment must be a valid date between the years 1 and 9999.');
}
