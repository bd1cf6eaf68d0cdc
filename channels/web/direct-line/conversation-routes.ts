/** Tokens and conversations of Direct Line 3.0. */
import { type Request, Router } from 'express';
import { callerOf } from '../../limits/index.ts';
import { anonymous } from './access.ts';
import { generateSchema, startSchema } from './schemas.ts';
import { type Claims, newConversationId, tokenSeconds } from './tokens.ts';
import { findThread, positionOf, requireSession, threadOf, type Wire } from './wire.ts';
import { badArgument, notFound } from './wire-error.ts';

export function conversationRoutes(wire: Wire): Router {
  const { access, transcript } = wire;
  const router = Router();
  router.post('/tokens/generate', (request, response) => {
    access.requireSecret(request.headers);
    const { user, trustedOrigins = [] } = generateSchema.parse(request.body ?? {});
    const claims = { ...anonymous(newConversationId()), userId: user?.id ?? null, trustedOrigins };
    response.json(tokenReply(wire, claims));
  });
  router.post('/tokens/refresh', async (request, response) => {
    const claims = access.claimsOf(request.headers);
    if (claims === 'secret') throw badArgument('The secret needs no refresh; send a token.');
    await requireSession(wire, claims, { headers: request.headers });
    response.json(tokenReply(wire, claims));
  });
  router.post('/conversations', async (request, response) => {
    const { user, locale } = startSchema.parse(request.body ?? {});
    const shown = access.claimsOf(request.headers);
    const claims = shown === 'secret' ? anonymous(newConversationId()) : shown;
    refuseBorrowedId(user?.id, claims);
    await requireSession(wire, claims, { headers: request.headers });
    const language = locale === undefined ? claims.locale : localeOf(locale);
    const started = await transcript.start({ ...threadOf(claims), locale: language, unit: claims.unit });
    response.status(started.isNew ? 201 : 200).json(streamReply(wire, request, { claims, after: 0 }));
  });
  router.get('/conversations/:id', async (request, response) => {
    const claims = access.claimsFor(request.headers, request.params.id);
    await requireSession(wire, claims, { headers: request.headers });
    const thread = await findThread(wire, claims);
    const { watermark } = request.query;
    const after = watermark === undefined ? await transcript.end(thread) : positionOf(watermark);
    // A foreign watermark is refused here, where the client can read why.
    if (after !== 0 && !(await transcript.read(thread, after, 1)))
      throw badArgument('watermark: not one of this conversation');
    response.json(streamReply(wire, request, { claims, after }));
  });
  router.get('/session/getsessionid', () => {
    throw notFound('There is no sign-in by session here.');
  });
  return router;
}

/** Ids that begin with `dl_` stand in tokens alone, so that nobody takes one that a token gave to another. */
export function refuseBorrowedId(id: string | undefined, { userId }: Claims): void {
  if (id?.startsWith('dl_') && id !== userId)
    throw badArgument('An id that begins with dl_ is only taken from a token.');
}

export const localeOf = (locale: string | null | undefined): 'vi' | 'en' =>
  locale?.toLowerCase().startsWith('en') ? 'en' : 'vi';

/** The reply to whoever may speak in this conversation from now on. */
export const tokenReply = ({ tokens }: Pick<Wire, 'tokens'>, claims: Claims) => ({
  conversationId: claims.conversationId,
  token: tokens.issue(claims),
  expires_in: tokenSeconds,
});

function streamReply(wire: Wire, request: Request, { claims, after }: { claims: Claims; after: number }) {
  const query = new URLSearchParams({ watermark: String(after), t: wire.tokens.issueForStream(claims) });
  const path = `${request.baseUrl}/conversations/${claims.conversationId}/stream`;
  return {
    ...tokenReply(wire, claims),
    streamUrl: `${socketScheme(request)}://${request.headers.host}${path}?${query}`,
  };
}

/** A page that came by https may open secure sockets alone, also where the proxy before us does not say so. */
const socketScheme = (request: Request): 'ws' | 'wss' =>
  request.protocol === 'https' || request.headers.origin?.startsWith('https:') ? 'wss' : 'ws';

export const callerOfRequest = ({ settings }: Pick<Wire, 'settings'>, request: Request): string =>
  callerOf(request.socket.remoteAddress, request.get('x-forwarded-for'), settings.proxies);
