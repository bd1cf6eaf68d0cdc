/** Our token for the data-sharing bus: OAuth2 client credentials (RFC 6749, 4.4). */
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  clientCredentialsGrant,
  customFetch,
} from 'openid-client';
import { boundedFetch } from '../../bounded-fetch.ts';
import { SourceError } from '../source-error.ts';
import { codeOf } from './network-code.ts';
import type { RemoteOptions } from './remote-options.ts';

export interface TokenKeeper {
  /** The token at hand, or a new one; those who ask meanwhile wait for the same. @throws {SourceError} */
  get(): Promise<string>;
  /** Says that the system did not accept this one. */
  drop(token: string): void;
}

type TokenOptions = Pick<RemoteOptions, 'tokenUrl' | 'clientId' | 'clientSecret' | 'clientAuth' | 'scope' | 'fetch'> & {
  readonly requestMs: number;
  readonly refusalMs: number;
  readonly now?: () => number;
};

/** A token is not used in its last seconds: it might run out on the way. */
const marginMs = 15_000;
/** For an answer without `expires_in`. */
const usualMs = 60_000;

export function keepToken(options: TokenOptions): TokenKeeper {
  const { now = Date.now } = options;
  const configuration = configure(options);
  let kept: { readonly token: string; readonly until: number } | null = null;
  let refused: { readonly error: SourceError; readonly until: number } | null = null;
  let asking: Promise<string> | null = null;
  const ask = async (): Promise<string> => {
    try {
      const answer = await clientCredentialsGrant(configuration, options.scope ? { scope: options.scope } : {});
      const livesMs = (answer.expires_in ?? usualMs / 1000) * 1000;
      kept = { token: answer.access_token, until: now() + livesMs - Math.min(marginMs, livesMs / 2) };
      return answer.access_token;
    } catch (error) {
      const fault = faultOf(error);
      if (fault.code === 'refused') refused = { error: fault, until: now() + options.refusalMs };
      throw fault;
    } finally {
      asking = null;
    }
  };
  return {
    async get() {
      if (kept && now() < kept.until) return kept.token;
      if (refused && now() < refused.until) throw refused.error;
      asking ??= ask();
      return asking;
    },
    drop(token) {
      if (kept?.token === token) kept = null;
    },
  };
}

/** A token and a few words. */
const mostTokenBytes = 200_000;

function configure({ tokenUrl, clientId, clientSecret, requestMs, ...options }: TokenOptions): Configuration {
  const server = { issuer: new URL(tokenUrl).origin, token_endpoint: tokenUrl };
  const way = options.clientAuth === 'post' ? ClientSecretPost : ClientSecretBasic;
  const configuration = new Configuration(server, clientId, undefined, way(clientSecret));
  configuration.timeout = requestMs / 1000;
  // `isSafeAddress` has allowed http to this machine alone.
  if (tokenUrl.startsWith('http:')) allowInsecureRequests(configuration);
  const ownFetch = boundedFetch(mostTokenBytes, options.fetch);
  configuration[customFetch] = (url, init) => ownFetch(url, init as RequestInit);
  return configuration;
}

/** The library's errors carry the response; ours carry a code and no more. */
function faultOf(error: unknown): SourceError {
  const status = statusOf(error);
  if (status !== null && status >= 400 && status < 500 && status !== 429) {
    return new SourceError(
      'refused',
      `The token endpoint refused our client with ${status}. Check DOSSIER_CLIENT_ID, DOSSIER_CLIENT_SECRET and DOSSIER_TOKEN_URL.`,
    );
  }
  if (isTimeout(error)) return new SourceError('slow', 'The token endpoint did not answer in time.');
  return new SourceError(
    'down',
    `The token endpoint gave no token${codeOf(error)}. It is asked again; if this stays, tell its operator.`,
  );
}

/** The library puts the status on the error, or the whole response into its cause. */
function statusOf(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  if ('status' in error && typeof error.status === 'number') return error.status;
  return error.cause instanceof Response ? error.cause.status : null;
}

const isTimeout = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'TimeoutError' || ('code' in error && error.code === 'OAUTH_TIMEOUT'));
