/** Codes of an authenticator app (TOTP, RFC 6238), and the printed ones for the day the phone is gone. The only file that knows the library. */
import { randomInt } from 'node:crypto';
import { generateSecret, generateURI, verify } from 'otplib';

/** Apps know no other: six digits by SHA-1, half a minute each. */
const period = 30;
/** One step before and one after: phones' clocks differ. */
const tolerance = period;

export const newTotpSecret = (): string => generateSecret({ length: 20 });

/** For the QR code. @param label who it is for, as the app shows it. */
export const totpAddress = (secret: string, label: string): string =>
  generateURI({ issuer: 'Hỏi Một Cửa', label, secret });

/** The secret as one types it: `ABCD EFGH …`. */
export const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** Number of the half minute it belongs to; `null` when it is of none at hand. Whoever calls it makes sure that a step serves once. */
export async function totpStep(secret: string, code: string, at: Date): Promise<number | null> {
  const token = code.replace(/\D/g, '');
  if (token.length !== 6) return null;
  const epoch = Math.floor(at.getTime() / 1000);
  const result = await verify({ secret, token, epoch, period, epochTolerance: tolerance });
  return result.valid ? Math.floor(epoch / period) + result.delta : null;
}

/** Without 0/O, 1/I/L, U/V: what is printed is typed off. */
const signs = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const recoveryCount = 10;

/** `K7M3-TX9Q-2WAB`, 58 bits each. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: recoveryCount }, () =>
    Array.from(
      { length: 12 },
      (_, index) => `${index > 0 && index % 4 === 0 ? '-' : ''}${signs[randomInt(signs.length)]}`,
    ).join(''),
  );

/** As it is hashed: in capitals, without dashes; `null` when it cannot be one. */
export function plainRecoveryCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '');
  return plain.length === 12 && [...plain].every((sign) => signs.includes(sign)) ? plain : null;
}
