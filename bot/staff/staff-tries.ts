/** How often staff may guess: by the account, by the browser, by where they come from, with growing waits. */
import { hashOf, isSame, keyedHash, newToken } from '../identity/secrets.ts';
import type { StaffTryKey } from '../store/index.ts';

const minute = 60;
const hour = 60 * minute;
const free = (count: number) => Array.from({ length: count }, () => 0);

/**
 * Seconds to wait after the nth try that was not right.
 *
 * A stranger who keeps guessing at a name keeps it shut from browsers that never signed in to it, a quarter of an hour
 * at a time. A browser that has done so before is counted by itself, so that nobody is kept out of his own for ever.
 * A whole office may share one address.
 */
export const staffWaits: Readonly<Record<StaffTryKey['kind'], readonly number[]>> = {
  staff: [...free(4), minute, 5 * minute, 15 * minute],
  'staff-device': [...free(4), minute, 5 * minute, 15 * minute],
  'staff-address': [...free(19), minute, 5 * minute, 15 * minute, hour],
  'staff-code': [...free(4), minute, 5 * minute, 15 * minute, hour],
};

/** Where a try comes from. */
export interface TryFrom {
  readonly address: string;
  /** Cookie of a browser that has signed in before; `null`: none. */
  readonly device: string | null;
}

export interface StaffTries {
  passwordKeys(login: string, from: TryFrom): readonly StaffTryKey[];
  codeKeys(login: string, from: TryFrom): readonly StaffTryKey[];
  /** What an admin lifts for somebody who is kept out. */
  keysOf(login: string): readonly StaffTryKey[];
  /** For the cookie of a browser that has just signed in to this account. */
  deviceFor(login: string): string;
}

export function makeStaffTries(secretKey: Buffer): StaffTries {
  const keyOf = (kind: StaffTryKey['kind'], value: string): StaffTryKey => ({
    kind,
    key: keyedHash(secretKey, `tries of ${kind}`, value),
    waits: staffWaits[kind],
  });
  const signed = (login: string, nonce: string) =>
    keyedHash(secretKey, 'staff device', `${nonce}:${login}`).toString('base64url');
  const isKnown = (login: string, device: string | null): device is string => {
    const [nonce = '', sign = ''] = device?.split('.') ?? [];
    return device !== null && isSame(hashOf(sign), hashOf(signed(login, nonce)));
  };
  return {
    passwordKeys: (login, { address, device }) =>
      isKnown(login, device)
        ? [keyOf('staff-device', `${device} password`)]
        : [keyOf('staff', login), keyOf('staff-address', address)],
    codeKeys: (login, { device }) =>
      isKnown(login, device) ? [keyOf('staff-device', `${device} code`)] : [keyOf('staff-code', login)],
    keysOf: (login) => [keyOf('staff', login), keyOf('staff-code', login)],
    deviceFor(login) {
      const nonce = newToken();
      return `${nonce}.${signed(login, nonce)}`;
    },
  };
}
