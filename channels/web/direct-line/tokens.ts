/** Tokens of Direct Line: who may speak in which conversation, until when, from which pages. Signed, not kept. */
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Half an hour: Microsoft's own client refreshes every 15 minutes and never reads `expires_in`. */
export const tokenSeconds = 1800;
/** A stream's address shows in logs of proxies, so what stands in it soon ends. */
const streamSeconds = 60;

const claimsSchema = z.strictObject({
  conversationId: z.string(),
  /** Whose words these are, whatever an activity says; `null`: as the activity says. */
  userId: z.string().nullable(),
  /** Pages that may use it; empty: any that the server allows. */
  trustedOrigins: z.array(z.string()).readonly(),
  locale: z.enum(['vi', 'en']),
  unit: z.string().nullable(),
  /** The sign-in session that the conversation belongs to: the token serves beside that session's cookie alone. */
  session: z.uuid().nullable().default(null),
  /** The visit at a kiosk that the conversation is: the token is dead with it. */
  visit: z.uuid().nullable().default(null),
  /** That visit is at a device which the ward registered. */
  ownDevice: z.boolean().default(false),
  /** `stream` opens a socket and nothing else. */
  use: z.enum(['talk', 'stream']),
  /** Seconds since 1970. */
  iat: z.number(),
  exp: z.number(),
});
type SignedClaims = z.infer<typeof claimsSchema>;

/** What a token says. */
export type Claims = Omit<SignedClaims, 'use' | 'iat' | 'exp'>;

export interface Tokens {
  issue(claims: Claims): string;
  issueForStream(claims: Claims): string;
  /** Takes a token of the use named, or of a stronger one. In constant time where it matters. */
  read(token: string, use: 'talk' | 'stream'): Claims | 'expired' | 'bad';
}

/** @param secretKey the program's own key; copies of the program that share it take each other's tokens. */
export function makeTokens(secretKey: Buffer, now: () => number = Date.now): Tokens {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'direct-line tokens 1', 32));
  const sign = (body: string) => createHmac('sha256', key).update(body).digest();
  const seconds = () => Math.floor(now() / 1000);
  const write = (claims: Claims, use: SignedClaims['use'], life: number): string => {
    const { conversationId, userId, trustedOrigins, locale, unit, session, visit, ownDevice } = claims;
    const all = {
      conversationId,
      userId,
      trustedOrigins,
      locale,
      unit,
      session,
      visit,
      ownDevice,
      use,
      iat: seconds(),
      exp: seconds() + life,
    };
    const body = Buffer.from(JSON.stringify(all)).toString('base64url');
    return `${body}.${sign(body).toString('base64url')}`;
  };
  return {
    issue: (claims) => write(claims, 'talk', tokenSeconds),
    issueForStream: (claims) => write(claims, 'stream', streamSeconds),
    read(token, use) {
      const [body = '', mac = '', ...more] = token.split('.');
      const given = Buffer.from(mac, 'base64url');
      const right = sign(body);
      if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return 'bad';
      const {
        use: of,
        iat: _iat,
        exp,
        ...claims
      } = claimsSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
      if (of !== 'talk' && of !== use) return 'bad';
      return exp > seconds() ? claims : 'expired';
    },
  };
}

/** A conversation's id on the wire. Never one of the plain page's, whose id is its key. */
export const newConversationId = (): string => `dl-${randomBytes(16).toString('base64url')}`;
/** The id of a visit at a kiosk. What is said there may be spoken aloud. */
export const newVisitConversationId = (): string => `kiosk-${randomBytes(16).toString('base64url')}`;
export const isOfVisit = (conversationId: string): boolean => conversationId.startsWith('kiosk-');
/** An anonymous citizen's id; those that begin with `dl_` stand in tokens alone. */
export const newUserId = (): string => `dl_${randomBytes(12).toString('base64url')}`;
