/** A phone number as Zalo wants it: digits that begin with the country's. */

/** `0912 345 678`, `+84 912…` and `84912…` become `84912…`; `null` for what is no number of Việt Nam. */
export function zaloPhone(phone: string): string | null {
  const digits = phone.replace(/\D/g, '');
  const national = digits.startsWith('84') ? digits.slice(2) : digits.startsWith('0') ? digits.slice(1) : null;
  return national !== null && /^[1-9]\d{8,9}$/.test(national) ? `84${national}` : null;
}
