/** What an officer types, before it is kept: numbers of persons are never written to a citizen. */
import { maskIdentity, unmask } from '../understand/mask-identity.ts';

/** A phone, an address or the code of a case is what officers tell; identity and account numbers are not. */
const mayStand = /^\[(?:số điện thoại|email|mã hồ sơ) /;

export function maskOfficerWords(words: string): string {
  const { text, slots } = maskIdentity(words.trim());
  return unmask(text, Object.fromEntries(Object.entries(slots).filter(([mark]) => mayStand.test(mark))));
}
