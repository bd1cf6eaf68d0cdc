/** What is needed to reach a one-stop system, and how patient we are with it. */
import type { DossierMapping } from './dossier-mapping.ts';

export interface RemoteOptions {
  /** Below it lie `/dossiers` and `/dossiers/{code}`. https, or http to this machine alone. */
  readonly baseUrl: string;
  /** OAuth2 token endpoint; the same rule. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How the client says who it is: by HTTP Basic as the standard wants it, or in the body for systems that read no encoded id. */
  readonly clientAuth?: 'basic' | 'post';
  readonly scope?: string;
  /** Kept with every dossier and its cursor: a new name reads everything anew. Default: the host of `baseUrl`. */
  readonly name?: string;
  /** For a system with names of its own. */
  readonly mapping?: DossierMapping;
  readonly limits?: Partial<RemoteLimits>;
  readonly fetch?: typeof fetch;
}

export interface RemoteLimits {
  /** One request, its body included, in ms. */
  readonly requestMs: number;
  /** One page or one dossier with all its retries, in ms. */
  readonly overallMs: number;
  /** How often a failed request is repeated. */
  readonly retries: number;
  /** Upper end of the first wait before a retry, in ms; it doubles, with jitter. */
  readonly firstWaitMs: number;
  /** No wait is longer, in ms. A Retry-After beyond it ends the call instead. */
  readonly longestWaitMs: number;
  /** Bytes of one answer. */
  readonly maxBytes: number;
  /** Dossiers asked for in one page. */
  readonly pageSize: number;
  /** Failures in a row after which we stop asking. */
  readonly breakAfter: number;
  /** How long we then leave the system alone before one call tries it, in ms. */
  readonly restMs: number;
  /** A Retry-After is believed up to this long, in ms. */
  readonly longestRestMs: number;
  /** A token endpoint that refused our client is left alone so long, in ms: a province may lock one that keeps trying. */
  readonly refusalMs: number;
}

export const defaultLimits: RemoteLimits = {
  requestMs: 10_000,
  overallMs: 30_000,
  retries: 3,
  firstWaitMs: 250,
  longestWaitMs: 5_000,
  maxBytes: 8 * 1024 * 1024,
  pageSize: 200,
  breakAfter: 5,
  restMs: 10_000,
  longestRestMs: 300_000,
  refusalMs: 30_000,
};

const thisMachine: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether identity numbers and our secret may travel to this address. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username || password) return false;
  return protocol === 'https:' || (protocol === 'http:' && thisMachine.has(hostname));
}
