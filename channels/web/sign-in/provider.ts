/** Speaks OpenID Connect with the identity provider. The only file that knows the library. */
import * as oidc from 'openid-client';
import type { Person } from '../../../bot/index.ts';

export interface ProviderSettings {
  /** As in the provider's own metadata; https, or http on this machine for tests. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that holds the 12-digit identity number, in the ID token or in the user info. */
  readonly numberClaim: string;
  readonly nameClaim: string;
  readonly scope: string;
  /** Our own address as browsers know it, without a path. */
  readonly publicUrl: string;
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

export interface Provider {
  /** Where to send the browser. @throws {SignInError} `provider-down` */
  address(agreed: Agreed): Promise<URL>;
  /** Who came back. `query` is what the provider added to our address. @throws {SignInError} */
  finish(query: string, agreed: Agreed): Promise<Person>;
  /** Where the provider ends its own session; `null` when it offers no such thing or cannot be reached. */
  endAddress(idToken: string | null): Promise<URL | null>;
}

export const callbackPath = '/dang-nhap/ve';
const patienceSeconds = 8;

export function openProvider(settings: ProviderSettings): Provider {
  const redirectUri = `${settings.publicUrl}${callbackPath}`;
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
        const known = numberIn(claims, settings)
          ? claims
          : { ...claims, ...(await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)) };
        return personOf(known, settings, tokens.id_token ?? null);
      } catch (error) {
        throw signInErrorOf(error);
      }
    },
    async endAddress(idToken) {
      const config = await configuration().catch(() => null);
      if (!config?.serverMetadata().end_session_endpoint) return null;
      return oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: `${settings.publicUrl}/`,
        ...(idToken ? { id_token_hint: idToken } : {}),
      });
    },
  };
}

/** The provider's metadata, asked for when first needed; a failure is not kept. */
function discoverOnce(settings: ProviderSettings): () => Promise<oidc.Configuration> {
  let found: Promise<oidc.Configuration> | null = null;
  return () => {
    found ??= discover(settings).catch((error: unknown) => {
      found = null;
      throw signInErrorOf(error);
    });
    return found;
  };
}

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<oidc.Configuration> {
  const insecure = new URL(issuer).protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  const config = await oidc.discovery(new URL(issuer), clientId, undefined, authentication(clientSecret), {
    // The signature of the ID token is checked as well as the line it came by.
    execute: [oidc.enableNonRepudiationChecks, ...insecure],
    timeout: patienceSeconds,
  });
  config.timeout = patienceSeconds;
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

type ClaimSet = Readonly<Record<string, unknown>>;

const numberIn = (claims: ClaimSet, { numberClaim }: ProviderSettings): string | null => {
  const value = claims[numberClaim];
  return typeof value === 'string' && /^\d{12}$/.test(value) ? value : null;
};

function personOf(claims: ClaimSet, settings: ProviderSettings, idToken: string | null): Person {
  const number = numberIn(claims, settings);
  const name = claims[settings.nameClaim];
  if (number) return { number, name: typeof name === 'string' ? name : '', idToken };
  throw new SignInError(
    'no-number',
    `The provider sent no 12-digit number in the claim ${settings.numberClaim}. Ask it to release that claim, or set OIDC_NUMBER_CLAIM and OIDC_SCOPE.`,
  );
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
