/**
 * Sign-in sessions of the web. A person is known by the 12 digits of the identity number that a provider vouches for,
 * never by a name. Knows no protocol: the web channel speaks OpenID Connect.
 */
import type { LiveSession, Store } from '../store/index.ts';
// Not by the front door: `ask` works without a database and must not load its driver.
import { personKeyOf } from '../store/persons.ts';
import type { Thread } from '../transcript.ts';
import { maskName } from './mask-name.ts';
import { hashOf, isSame, keyedHash, newToken } from './secrets.ts';

/** What a browser and a provider are given for one sign-in. */
export interface LoginStart {
  /** For a cookie of the browser: nobody else can finish this sign-in. */
  readonly browser: string;
  readonly state: string;
  readonly nonce: string;
  /** The secret of PKCE: 43 characters. */
  readonly verifier: string;
}

export interface LoginEnd extends Pick<LoginStart, 'nonce' | 'verifier'> {
  readonly returnTo: string;
}

/** Who signed in, as the provider says. */
export interface Person {
  /** Twelve digits. */
  readonly number: string;
  readonly name: string;
  readonly idToken: string | null;
}

export interface SignIn {
  start(returnTo: string): Promise<LoginStart>;
  /** `null` when this browser began no such sign-in, or it was finished before, or it took over ten minutes. */
  resume(browser: string, state: string): Promise<LoginEnd | null>;
  /** Opens a session under a new token; the anonymous talk goes over to the person. @throws for a number that is none. */
  open(person: Person, from: Thread | null): Promise<{ readonly token: string; readonly session: LiveSession }>;
  /** `null` when the token is of no session that lasts. `touch` makes it last on. */
  find(token: string, options?: { readonly touch?: boolean }): Promise<LiveSession | null>;
  isLive(sessionId: string): Promise<boolean>;
  /** Resolves with the ID token, for the provider's own sign-out. */
  close(token: string): Promise<string | null>;
  /** The anonymous talk goes over to the session's person. */
  adopt(from: Thread, sessionId: string): Promise<void>;
  /** Shown on our own pages alone; a form that ends or changes something has to bring it back. */
  formKey(token: string): string;
  isFormKey(token: string, given: string): boolean;
}

const threadKey = ({ channel, conversationId }: Thread) => ({ channel, externalId: conversationId });

/** @param secretKey the program's own key: copies that share it take each other's sessions. */
export function createSignIn({ store, secretKey }: { store: Store; secretKey: Buffer }): SignIn {
  // Both follow from the browser's token, so that the store keeps neither.
  const derive = (purpose: string, browser: string) => keyedHash(secretKey, purpose, browser).toString('base64url');
  const secretsOf = (browser: string) => ({
    nonce: derive('sign-in nonce', browser),
    verifier: derive('sign-in verifier', browser),
  });
  const formKey = (token: string) => derive('form', token);
  return {
    async start(returnTo) {
      const [browser, state] = [newToken(), newToken()];
      await store.keepLogin({ stateHash: hashOf(state), browserHash: hashOf(browser), returnTo });
      return { browser, state, ...secretsOf(browser) };
    },
    async resume(browser, state) {
      const login = await store.takeLogin({ stateHash: hashOf(state), browserHash: hashOf(browser) });
      return login && { ...login, ...secretsOf(browser) };
    },
    async open({ number, name, idToken }, from) {
      const token = newToken();
      const session = await store.openSession({
        personKey: personKeyOf(secretKey, number),
        tokenHash: hashOf(token),
        name,
        nameMasked: maskName(name),
        idToken,
        from: from && threadKey(from),
      });
      return { token, session };
    },
    find: (token, options) => store.findSession(hashOf(token), options),
    isLive: (sessionId) => store.isSessionLive(sessionId),
    close: (token) => store.endSession(hashOf(token)),
    adopt: (from, sessionId) => store.adoptConversation(threadKey(from), sessionId),
    formKey,
    isFormKey: (token, given) => isSame(hashOf(formKey(token)), hashOf(given)),
  };
}
