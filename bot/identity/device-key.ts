/** Keys of devices that a ward registered: 256 random bits, kept as a hash. */
import { hashOf, newToken } from './secrets.ts';

/** 43 signs, fit for a cookie and an address. */
export const newDeviceKey = newToken;
export const hashOfDeviceKey = hashOf;
