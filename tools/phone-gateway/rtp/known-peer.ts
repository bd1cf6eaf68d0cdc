/**
 * Whose sound is taken. Who is behind an address translator sends from another port than he names, so the first packet
 * from an address that belongs to the call settles the port; after that nobody else is heard.
 */

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

export interface KnownPeer {
  /** Where our sound goes. */
  readonly to: Endpoint;
  accepts(from: Endpoint): boolean;
}

/** @param named by the session description. @param signalledFrom address that the call itself came from; `null`: not trusted for sound. */
export function knowPeer(named: Endpoint, signalledFrom: string | null): KnownPeer {
  let settled: Endpoint | null = null;
  const same = (a: Endpoint, b: Endpoint) => a.address === b.address && a.port === b.port;
  return {
    get to() {
      return settled ?? named;
    },
    accepts(from) {
      if (same(from, named)) {
        settled = named;
        return true;
      }
      if (settled) return same(from, settled);
      if (from.address !== named.address && from.address !== signalledFrom) return false;
      settled = { address: from.address, port: from.port };
      return true;
    },
  };
}
