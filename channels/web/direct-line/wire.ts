/** What the routes and the sockets of the wire work with. */
import type { IncomingHttpHeaders } from 'node:http';
import type {
  Answer,
  Assistant,
  Library,
  Locale,
  OpenThread,
  Thread,
  Tools,
  Transcript,
  Typing,
  UnitDirectory,
  Utterance,
} from '../../../bot/index.ts';
import { allLimits, allPlaces, type CountCall, countCalls, type Places, places } from '../../limits/index.ts';
import type { WebSignIn } from '../sign-in/web-sign-in.ts';
import { type Access, makeAccess } from './access.ts';
import { type AsTyped, makeAsTyped } from './as-typed.ts';
import { type KnownThreads, knowThreads } from './known-threads.ts';
import { type LiveThreads, makeLiveThreads } from './live-threads.ts';
import { type ShownActivity, shownActivity } from './shown-activity.ts';
import { type Claims, isOfVisit, makeTokens, type Tokens } from './tokens.ts';
import { badArgument, notFound, WireError } from './wire-error.ts';

export interface WireSettings {
  /** The program's own key; signs the tokens. */
  readonly secretKey: Buffer;
  /** Lets other servers make tokens; `null`: none may. */
  readonly directLineSecret: string | null;
  /** Other pages that may call and embed, `https://…` without a path. */
  readonly allowedOrigins: readonly string[];
  /** How many proxies of ours stand before the program, and so how far `X-Forwarded-For` is believed. */
  readonly proxies: number;
  readonly tokensPerMinute: number;
  readonly messagesPerMinute: number;
  readonly readsPerMinute: number;
  readonly socketsPerAddress: number;
  readonly socketsInAll: number;
}

export const wireDefaults: Omit<WireSettings, 'secretKey'> = {
  directLineSecret: null,
  allowedOrigins: [],
  proxies: 0,
  tokensPerMinute: allLimits['web-tokens'].most,
  messagesPerMinute: allLimits['web-messages'].most,
  readsPerMinute: allLimits['web-reads'].most,
  socketsPerAddress: allPlaces['web-sockets'].each,
  socketsInAll: allPlaces['web-sockets-in-all'].each,
};

/** Visits at kiosks, as far as the wire has to know them. */
export interface VisitDoor {
  /** Whether the visit lasts and the caller shows the cookie of its device. `touch`: somebody is there. */
  admits(visit: string, headers: IncomingHttpHeaders, options?: { readonly touch?: boolean }): Promise<boolean>;
  lasts(visit: string): Promise<boolean>;
}

export interface WireParts {
  readonly assistant: Assistant;
  readonly transcript: Transcript;
  readonly library: Library;
  readonly units: UnitDirectory;
  readonly calendar: Tools['calendar'];
  readonly settings: WireSettings;
  /** Typing signs between citizens and officers; without it none are told. */
  readonly typing?: Typing;
  /** Who is signed in, by the cookie of a request; `null` where sign-in is not set up. */
  readonly signIn?: WebSignIn | null;
  /** What a kiosk says aloud of an answer; `null`: nothing. */
  readonly spoken?: (answer: Answer, locale: Locale) => string | null;
  /** Without it no token of a visit is taken. */
  readonly visits?: VisitDoor | null;
  /** Told of each error that is ours. Never of a citizen's words. */
  readonly onError: (error: unknown) => void;
  readonly now?: () => number;
  /** Every open socket is looked after once in so long, in ms; half a minute where it is not said. */
  readonly roundMs?: number;
}

export interface Wire extends WireParts {
  readonly tokens: Tokens;
  readonly access: Access;
  readonly live: LiveThreads;
  readonly typed: AsTyped;
  readonly known: KnownThreads;
  readonly limits: {
    readonly tokens: CountCall;
    readonly messages: CountCall;
    readonly messagesOfOne: CountCall;
    readonly typingOfOne: CountCall;
    readonly reads: CountCall;
    readonly readsOfOne: CountCall;
    readonly sockets: Places;
  };
}

export function makeWire(parts: WireParts): Wire {
  const { settings, now = Date.now } = parts;
  const tokens = makeTokens(settings.secretKey, now);
  return {
    ...parts,
    tokens,
    access: makeAccess(tokens, settings.directLineSecret),
    live: makeLiveThreads(),
    typed: makeAsTyped(now),
    known: knowThreads(now),
    limits: {
      tokens: countCalls('web-tokens', settings.tokensPerMinute),
      messages: countCalls('web-messages', settings.messagesPerMinute),
      typingOfOne: countCalls('web-typing-of-talk'),
      messagesOfOne: countCalls('web-messages-of-talk'),
      reads: countCalls('web-reads', settings.readsPerMinute),
      readsOfOne: countCalls('web-reads-of-talk'),
      sockets: places(settings.socketsPerAddress, settings.socketsInAll),
    },
  };
}

/** A conversation on the wire as a thread of the assistant's. */
export const threadOf = ({
  conversationId,
  session,
  visit,
}: Pick<Claims, 'conversationId' | 'session' | 'visit'>): Thread => ({
  channel: visit === null ? 'web' : 'kiosk',
  conversationId,
  sessionId: session,
});

/** Whose message it is. At a kiosk a whole office shares one address, so guesses are counted by the visit. */
export const sentBy = (
  { session, visit, ownDevice }: Pick<Claims, 'session' | 'visit' | 'ownDevice'>,
  address: string,
) => ({ sessionId: session, caller: visit === null ? address : `visit ${visit}`, ownDevice });

/**
 * A conversation of a signed-in person takes the session's cookie beside the token, one of a visit its device's: a token
 * that was copied, or that outlived the sign-out or the visit, opens nothing.
 *
 * @throws {WireError} 403 when the session or the visit is over, or another one.
 */
export async function requireSession(
  { signIn, visits }: Wire,
  { session, visit }: Claims,
  { headers, touch = false }: { readonly headers: IncomingHttpHeaders; readonly touch?: boolean },
): Promise<void> {
  if (visit !== null && !(await visits?.admits(visit, headers, { touch })))
    throw new WireError(403, 'VisitOver', 'The visit of this conversation is over.');
  if (session === null) return;
  const held = await signIn?.sessionOf(headers, { touch });
  if (held?.id !== session) throw new WireError(403, 'SessionOver', 'The sign-in of this conversation is over.');
}

/**
 * A talk of no sign-in and no visit is known for some minutes once it was found: what is kept in it finds out whether it
 * still stands.
 *
 * @throws {WireError} 404 when the conversation was not started, or is another session's.
 */
export async function findThread(
  { transcript, known }: Wire,
  claims: Claims,
  { anew = false }: { readonly anew?: boolean } = {},
): Promise<OpenThread> {
  const there = anew ? null : known.get(claims);
  if (there) return there;
  const thread = await transcript.find(threadOf(claims));
  if (thread) return known.keep(claims, thread);
  throw notFound('There is no such conversation. POST /v3/directline/conversations starts it.');
}

export interface ShownPage {
  readonly activities: readonly ShownActivity[];
  readonly last: number;
  readonly more: boolean;
}

/** The activities after a position. @throws {WireError} 400 for a position of another conversation. */
export async function readActivities(
  wire: Wire,
  conversationId: string,
  thread: OpenThread,
  after: number,
): Promise<ShownPage> {
  const page = await wire.transcript.read(thread, after);
  if (!page) throw badArgument('watermark: not one of this conversation');
  const activities = page.utterances.flatMap((said) => {
    const shown = shownActivity(conversationId, said, wire.typed);
    return shown ? { ...shown, ...voiceOf(wire, { conversationId, thread, said }) } : [];
  });
  return { activities, last: page.last, more: page.more };
}

/** `speak` as Bot Framework has it: at a kiosk alone, and never of what is a person's own. */
function voiceOf(
  { spoken }: Wire,
  {
    conversationId,
    thread,
    said,
  }: { readonly conversationId: string; readonly thread: OpenThread; readonly said: Utterance },
) {
  const speak = said.answer && isOfVisit(conversationId) ? (spoken?.(said.answer, thread.locale) ?? null) : null;
  return speak === null ? {} : { speak };
}

/** The position of a watermark; 0, the start, for an empty one. @throws {WireError} 400 when it is none. */
export function positionOf(watermark: unknown): number {
  if (watermark === undefined || watermark === '' || watermark === '-' || watermark === 'null') return 0;
  if (typeof watermark === 'string' && /^\d{1,16}$/.test(watermark)) return Number(watermark);
  throw badArgument('watermark: not one of this conversation');
}
