/** Reads JSON without losing digits: Zalo's ids are beyond 2^53, and some senders write them without quotes. */

type Reviver = (this: unknown, key: string, value: unknown, context?: { readonly source?: string }) => unknown;

/** A whole number that JavaScript cannot hold stays the text it was. @throws {SyntaxError | RangeError} for what is no JSON, or nested too deep. */
export function parseExact(text: string): unknown {
  const keepDigits: Reviver = (_key, value, context) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
      ? context?.source
      : value;
  return JSON.parse(text, keepDigits);
}
