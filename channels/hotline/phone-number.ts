/** Telephone numbers as trunks write them. */

/** `0912…`, `84912…`, `+84912…` and `sip:0912…@trunk` are one number, E.164. `null` for what is none: a hidden caller. */
export function phoneOf(given: string | undefined): string | null {
  const digits =
    (given ?? '')
      .replace(/^sip:/i, '')
      .split('@')[0]
      ?.replace(/[^\d+]/g, '') ?? '';
  if (/^\+?84\d{8,10}$/.test(digits)) return `+${digits.replace('+', '')}`;
  if (/^0\d{8,10}$/.test(digits)) return `+84${digits.slice(1)}`;
  return /^\+\d{8,15}$/.test(digits) ? digits : null;
}
