/** The few routes beside Direct Line: tokens for our own page, opinions, the desk, where a record comes from. */
import { Router } from 'express';
import { factsOf, hoursText, inSeason, isOpen, nextOpening } from '../../../bot/index.ts';
import { callerOfRequest, localeOf, tokenReply } from './conversation-routes.ts';
import { deskQuerySchema, feedbackSchema, tokenRequestSchema } from './schemas.ts';
import { type Claims, newConversationId, newUserId } from './tokens.ts';
import { requireSession, threadOf, type Wire } from './wire.ts';
import { notFound } from './wire-error.ts';

export function sideRoutes(wire: Wire): Router {
  const router = Router();
  router.post('/token', async (request, response) => {
    await wire.limits.tokens(callerOfRequest(wire, request));
    const { locale, unit = null } = tokenRequestSchema.parse(request.body ?? {});
    const session = (await wire.signIn?.sessionOf(request.headers)) ?? null;
    const claims = (await keptClaims(wire, request.get('authorization'), session?.id ?? null)) ?? {
      conversationId: newConversationId(),
      userId: newUserId(),
      trustedOrigins: [],
      locale: localeOf(locale),
      unit,
      session: session?.id ?? null,
      visit: null,
      ownDevice: false,
    };
    response.json({ ...tokenReply(wire, claims), locale: claims.locale, signedIn: claims.session !== null });
  });
  router.get('/me', async (request, response) => {
    const session = (await wire.signIn?.sessionOf(request.headers)) ?? null;
    const { nameMasked: name = null, formKey = null, endsAt = null } = session ?? {};
    response.json({ signIn: Boolean(wire.signIn), signedIn: session !== null, name, formKey, endsAt });
  });
  router.post('/feedback', async (request, response) => {
    await wire.limits.messages(callerOfRequest(wire, request));
    const claims = wire.access.claimsOf(request.headers);
    const opinion = feedbackSchema.parse(request.body);
    if (claims === 'secret') throw notFound('This conversation has no such turn.');
    await requireSession(wire, claims, { headers: request.headers, touch: true });
    if (!(await wire.assistant.giveFeedback(threadOf(claims), opinion)))
      throw notFound('This conversation has no such turn.');
    response.status(204).end();
  });
  router.get('/desk', (request, response) => {
    const { unit = null } = deskQuerySchema.parse(request.query);
    response.json(deskReply(wire, unit, new Date()));
  });
  router.get('/guides/:code', (request, response) => {
    const entry = wire.library.find(request.params.code);
    if (!entry) throw notFound('No guide has this code.');
    const facts = factsOf(entry);
    const { code, title, plainTitle, field, checkedOn } = facts;
    const validFrom = 'validFrom' in facts ? facts.validFrom : null;
    response.json({ code, title, plainTitle, field, ...facts.source, validFrom, checkedOn });
  });
  return router;
}

/**
 * Whoever shows a token that still holds goes on with its conversation; one that does not is no reason to refuse. Who has
 * signed in since begins another: what was said before is merged into his, and the old token opens nothing any more.
 */
async function keptClaims(
  wire: Wire,
  authorization: string | undefined,
  session: string | null,
): Promise<Claims | null> {
  const claims = wire.tokens.read(authorization?.replace(/^Bearer /i, '') ?? '', 'talk');
  if (typeof claims === 'string' || claims.visit !== null) return null;
  if (claims.session === session) return claims;
  if (claims.session === null && session !== null) await wire.signIn?.signIn.adopt(threadOf(claims), session);
  return null;
}

function deskReply({ units, calendar }: Wire, unit: string | null, at: Date) {
  const { desk } = units.of(units.atDoor(unit));
  if (!desk) return { name: null, address: null, phone: null, open: null, hours: null, opensNext: null };
  const { name, address, phone } = desk;
  return {
    name,
    address,
    phone,
    open: isOpen(desk, at, calendar),
    hours: hoursText(inSeason(desk, at)),
    opensNext: nextOpening(desk, at, calendar),
  };
}
