/** From where somebody calls, for limits. */
import { isIPv6 } from 'node:net';

/**
 * The caller's address. `X-Forwarded-For` is believed as far as our own proxies wrote it: `proxies` of them stand
 * before the program, 0 for none. An IPv6 caller counts by his network (/64): he has its addresses to spare.
 */
export function callerOf(peer: string | undefined, forwardedFor: string | undefined, proxies: number): string {
  const hops = [
    ...(forwardedFor ?? '')
      .split(',')
      .map((hop) => hop.trim())
      .filter(Boolean),
    peer ?? '',
  ];
  return networkOf(hops[Math.max(hops.length - 1 - proxies, 0)] ?? '');
}

/** IPv4 as it is, IPv6 by its /64. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(8 - left.length - right.length, 0)).fill('0');
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`;
}
