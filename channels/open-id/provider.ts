/** Speaks OpenID Connect with an identity provider, of citizens or of staff. The only file that knows the library. */
import * as oidc from 'openid-client';
import { boundedFetch } from '../../bot/index.ts';

export interface OpenIdSettings {
  /** As in the provider's own metadata; https, or http on this machine for tests. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** Where the provider sends the browser back to. */
  readonly redirectUri: string;
  /** Where it leads after its own sign-out. */
  readonly afterSignOut: string;
}

export type ClaimSet = Readonly<Record<string, unknown>>;

/** Makes of claims what the sign-in needs. */
export interface ClaimReader<T> {
  /** Whether the ID token says enough; if not, the user info is asked for as well. */
  isEnough(claims: ClaimSet): boolean;
  /** @throws {SignInError} when something is missing that there is no sign-in without. */
  read(claims: ClaimSet, idToken: string | null): T;
}

export type SignInFault = 'provider-down' | 'refused' | 'bad-reply' | 'no-number';

/** A sign-in that came to nothing. The message is for the operator; it names no person. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly code: SignInFault;

  constructor(code: SignInFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What is agreed between the two halves of a sign-in. */
export interface Agreed {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface OpenIdProvider<T> {
  /** Where to send the browser. @throws {SignInError} `provider-down` */
  address(agreed: Agreed): Promise<URL>;
  /** Who came back. `query` is what the provider added to our address. @throws {SignInError} */
  finish(query: string, agreed: Agreed): Promise<T>;
  /** Where the provider ends its own session; `null` when it offers no such thing or cannot be reached. */
  endAddress(idToken: string | null): Promise<URL | null>;
}

const patienceSeconds = 8;
/** Metadata, keys, tokens and claims of a person. */
const mostReplyBytes = 1_000_000;

export function openProvider<T>(settings: OpenIdSettings, reader: ClaimReader<T>): OpenIdProvider<T> {
  const { redirectUri } = settings;
  const configuration = discoverOnce(settings);
  return {
    async address({ state, nonce, verifier }) {
      return oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: settings.scope,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        // A computer at the ward serves many: whoever comes next must not find the provider still signed in.
        prompt: 'login',
      });
    },
    async finish(query, { state, nonce, verifier }) {
      const config = await configuration();
      try {
        const checks = {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        };
        const tokens = await oidc.authorizationCodeGrant(config, new URL(`${redirectUri}${query}`), checks);
        const claims = tokens.claims();
        if (!claims) throw new SignInError('bad-reply', 'The provider gave no ID token.');
        const known = reader.isEnough(claims)
          ? claims
          : { ...claims, ...(await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)) };
        return reader.read(known, tokens.id_token ?? null);
      } catch (error) {
        throw signInErrorOf(error);
      }
    },
    async endAddress(idToken) {
      const config = await configuration().catch(() => null);
      if (!config?.serverMetadata().end_session_endpoint) return null;
      return oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: settings.afterSignOut,
        ...(idToken ? { id_token_hint: idToken } : {}),
      });
    },
  };
}

/** The provider's metadata, asked for when first needed; a failure is not kept. */
function discoverOnce(settings: OpenIdSettings): () => Promise<oidc.Configuration> {
  let found: Promise<oidc.Configuration> | null = null;
  return () => {
    found ??= discover(settings).catch((error: unknown) => {
      found = null;
      throw signInErrorOf(error);
    });
    return found;
  };
}

async function discover({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<oidc.Configuration> {
  const insecure = new URL(issuer).protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  const ownFetch = boundedFetch(mostReplyBytes) as oidc.CustomFetch;
  const config = await oidc.discovery(new URL(issuer), clientId, undefined, authentication(clientSecret), {
    // The signature of the ID token is checked as well as the line it came by.
    execute: [oidc.enableNonRepudiationChecks, ...insecure],
    timeout: patienceSeconds,
    [oidc.customFetch]: ownFetch,
  });
  config.timeout = patienceSeconds;
  config[oidc.customFetch] = ownFetch;
  return config;
}

/** By header, as the standard says, unless the provider takes the form alone. */
function authentication(secret: string): oidc.ClientAuth {
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (taken.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

function signInErrorOf(error: unknown): SignInError {
  if (error instanceof SignInError) return error;
  if (error instanceof oidc.AuthorizationResponseError)
    return new SignInError('refused', `The provider refused: ${error.error}.`, { cause: error });
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (isNetworkFault(error) || /TIMEOUT|ABORT/i.test(code) || statusOf(error) >= 500)
    return new SignInError('provider-down', `The provider does not answer (${code || 'network'}).`, { cause: error });
  return new SignInError('bad-reply', `The provider's reply was refused (${code || 'unknown'}).`, { cause: error });
}

/** `fetch` says so by a TypeError without a code, which the library may wrap. */
function isNetworkFault(error: unknown): boolean {
  if (!(error instanceof Error) && !(typeof error === 'object' && error !== null && 'name' in error)) return false;
  const { name, cause } = error as Error;
  return (name === 'TypeError' && !('code' in error)) || isNetworkFault(cause);
}

function statusOf(error: unknown): number {
  const cause = error instanceof Error ? error.cause : null;
  if (error instanceof oidc.ResponseBodyError) return error.status;
  return cause instanceof Response ? cause.status : 0;
}
