/** The calls of Direct Line 3.0 that the page needs, and the few routes beside it. Knows nothing of the page. */
import type { Answer } from '../../../bot/index.ts';
import { call, type Fetch } from './call.ts';
import { type Me, readMe } from './me.ts';

export { type Fetch, WireError } from './call.ts';

/** An activity as it comes over the wire, as far as the page reads it. */
export interface WireActivity {
  readonly id?: string;
  readonly type: string;
  readonly text?: string;
  /** The same to be said aloud; only where that is allowed. */
  readonly speak?: string;
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
    readonly options?: Answer['options'];
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

const line = '/v3/directline';

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
