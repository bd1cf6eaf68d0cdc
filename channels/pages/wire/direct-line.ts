/** The calls of Direct Line 3.0 that the page needs, and the few routes beside it. Knows nothing of the page. */
import type { Answer } from '../../../bot/index.ts';
import { type Me, readMe } from './me.ts';

/** An activity as it comes over the wire, as far as the page reads it. */
export interface WireActivity {
  readonly id?: string;
  readonly type: string;
  readonly text?: string;
  readonly timestamp?: string;
  readonly from?: { readonly id?: string; readonly role?: string; readonly name?: string };
  readonly channelData?: {
    readonly clientActivityID?: string;
    readonly answer?: Answer;
    readonly turnId?: string;
    readonly opening?: boolean;
    readonly officer?: boolean;
    readonly name?: string;
    readonly pictures?: readonly { readonly url: string; readonly alt: string }[];
    readonly notice?: string;
  };
}

export interface Frame {
  readonly activities: readonly WireActivity[];
  readonly watermark?: string | null;
}

/** A conversation and the right to speak in it. */
export interface Session {
  readonly conversationId: string;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** It belongs to a sign-in: what it shows must not outlive that. */
  readonly signedIn?: boolean;
}

/** The server said no. `status` 0 means that it could not be reached, or not in time. */
export class WireError extends Error {
  readonly code = 'wire';
  readonly status: number;
  /** How long to wait before the next try; null when the server did not say. */
  readonly retryAfterMs: number | null;

  constructor(status: number, retryAfterMs: number | null = null, options?: ErrorOptions) {
    super(`The wire answered ${status}`, options);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether the same call may go well later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  /** Whether the session is over: expired, unknown, of another server. */
  get sessionOver(): boolean {
    return this.status === 401 || this.status === 403 || this.status === 404;
  }
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const timeoutMs = 20_000;
const line = '/v3/directline';

interface Call {
  readonly method?: 'GET' | 'POST';
  readonly token?: string;
  readonly body?: unknown;
}

async function call<T>(fetcher: Fetch, url: string, { method = 'GET', token, body }: Call): Promise<T> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await fetcher(url, {
      method,
      signal: abort.signal,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      const seconds = Number(response.headers.get('retry-after'));
      throw new WireError(response.status, seconds > 0 ? seconds * 1000 : null);
    }
    const text = await response.text();
    return (text === '' ? {} : JSON.parse(text)) as T;
  } catch (error) {
    throw error instanceof WireError ? error : new WireError(0, null, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

interface TokenReply {
  readonly token: string;
  readonly conversationId: string;
  readonly expires_in: number;
  readonly signedIn?: boolean;
}

interface StreamReply {
  readonly streamUrl: string;
}

const sessionOf = ({ token, conversationId, expires_in, signedIn }: TokenReply): Session => ({
  token,
  conversationId,
  expiresAt: Date.now() + expires_in * 1000,
  ...(signedIn ? { signedIn } : {}),
});

const conversation = ({ conversationId }: Session) => `${line}/conversations/${encodeURIComponent(conversationId)}`;

export type DirectLine = ReturnType<typeof openDirectLine>;

/** @param unit code of the commune whose page this is: its desk is shown; `null`: the installation's own. */
export const openDirectLine = (fetcher: Fetch = (url, init) => fetch(url, init), unit: string | null = null) => ({
  /** A new conversation. `unit` is the commune code that a portal passed on; `before` the talk that a sign-in left behind. */
  newSession: async (locale: string, unit: string | null, before: Session | null = null): Promise<Session> => {
    const body = { locale, ...(unit ? { unit } : {}) };
    return sessionOf(
      await call<TokenReply>(fetcher, '/api/token', {
        method: 'POST',
        body,
        ...(before ? { token: before.token } : {}),
      }),
    );
  },
  refresh: async ({ token, signedIn = false }: Session): Promise<Session> => ({
    ...sessionOf(await call<TokenReply>(fetcher, `${line}/tokens/refresh`, { method: 'POST', token })),
    signedIn,
  }),
  /** Starts the conversation; answers with the address of its stream. */
  start: async ({ token }: Session, locale: string): Promise<string> =>
    (await call<StreamReply>(fetcher, `${line}/conversations`, { method: 'POST', token, body: { locale } })).streamUrl,
  /** A fresh stream that begins after `watermark`. */
  reconnect: async (session: Session, watermark: string): Promise<string> => {
    const url = `${conversation(session)}?watermark=${encodeURIComponent(watermark)}`;
    return (await call<StreamReply>(fetcher, url, { token: session.token })).streamUrl;
  },
  /** What was said after `watermark`; everything when it is empty. */
  activities: (session: Session, watermark: string): Promise<Frame> =>
    call<Frame>(fetcher, `${conversation(session)}/activities?watermark=${encodeURIComponent(watermark)}`, {
      token: session.token,
    }),
  send: (session: Session, activity: object): Promise<{ readonly id?: string }> =>
    call(fetcher, `${conversation(session)}/activities`, { method: 'POST', token: session.token, body: activity }),
  feedback: (session: Session, body: { turnId: string; verdict: 'up' | 'down'; reason?: string }): Promise<unknown> =>
    call(fetcher, '/api/feedback', { method: 'POST', token: session.token, body }),
  desk: (): Promise<unknown> => call(fetcher, unit ? `/api/desk?unit=${unit}` : '/api/desk', {}),
  me: async (): Promise<Me> => readMe(await call<unknown>(fetcher, '/api/me', {})),
});
