/** Sign-in as the web door uses it: the provider, the sessions behind the cookies, and who a request comes from. */
import type { IncomingHttpHeaders } from 'node:http';
import type { LinkAccount, LiveSession, SignIn } from '../../../bot/index.ts';
import { type SignInCookies, signInCookies } from './cookies.ts';
import { openProvider, type Provider, type ProviderSettings } from './provider.ts';

export interface WebSession extends LiveSession {
  /** What a form of ours brings back, to show that it is ours. */
  readonly formKey: string;
  readonly token: string;
}

export interface WebSignIn {
  readonly signIn: SignIn;
  readonly provider: Provider;
  readonly cookies: SignInCookies;
  /** Binds accounts of other channels. */
  readonly accounts: LinkAccount;
  /** Where browsers know us: requests that change something must come from there. */
  readonly origin: string;
  /** Whose request it is; `null`: anonymous. `touch` when the person does something, so that the session lasts on. */
  sessionOf(headers: IncomingHttpHeaders, options?: { readonly touch?: boolean }): Promise<WebSession | null>;
}

export interface WebSignInParts {
  readonly signIn: SignIn;
  readonly accounts: LinkAccount;
  readonly settings: ProviderSettings;
}

export function makeWebSignIn({ signIn, accounts, settings }: WebSignInParts): WebSignIn {
  const cookies = signInCookies(settings.publicUrl.startsWith('https:'));
  return {
    signIn,
    accounts,
    cookies,
    provider: openProvider(settings),
    origin: settings.publicUrl,
    async sessionOf(headers, options) {
      const token = cookies.sessionIn(headers);
      const session = token && (await signIn.find(token, options));
      return session ? { ...session, token, formKey: signIn.formKey(token) } : null;
    },
  };
}
