/** The few routes beside Direct Line: tokens for our own page, opinions, the desk, where a record comes from. */
import { Router } from 'express';
import { factsOf, hoursText, isOpen, nextOpening } from '../../../bot/index.ts';
import { callerOfRequest, localeOf, tokenReply } from './conversation-routes.ts';
import { feedbackSchema, tokenRequestSchema } from './schemas.ts';
import { type Claims, newConversationId, newUserId } from './tokens.ts';
import { threadOf, type Wire } from './wire.ts';
import { notFound } from './wire-error.ts';

export function sideRoutes(wire: Wire): Router {
  const router = Router();
  router.post('/token', (request, response) => {
    wire.limits.tokens(callerOfRequest(wire, request));
    const { locale, unit = null } = tokenRequestSchema.parse(request.body ?? {});
    const claims = keptClaims(wire, request.get('authorization')) ?? {
      conversationId: newConversationId(),
      userId: newUserId(),
      trustedOrigins: [],
      locale: localeOf(locale),
      unit,
    };
    response.json({ ...tokenReply(wire, claims), locale: claims.locale });
  });
  router.post('/feedback', async (request, response) => {
    wire.limits.messages(callerOfRequest(wire, request));
    const claims = wire.access.claimsOf(request.headers);
    const opinion = feedbackSchema.parse(request.body);
    const kept = claims !== 'secret' && (await wire.assistant.giveFeedback(threadOf(claims.conversationId), opinion));
    if (!kept) throw notFound('This conversation has no such turn.');
    response.status(204).end();
  });
  router.get('/desk', (_request, response) => {
    response.json(deskReply(wire, new Date()));
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

/** Whoever shows a token that still holds goes on with its conversation; one that does not is no reason to refuse. */
function keptClaims({ tokens }: Wire, authorization: string | undefined): Claims | null {
  const claims = tokens.read(authorization?.replace(/^Bearer /i, '') ?? '', 'talk');
  return typeof claims === 'object' ? claims : null;
}

function deskReply({ desk, calendar }: Wire, at: Date) {
  if (!desk) return { name: null, address: null, phone: null, open: null, hours: null, opensNext: null };
  const { name, address, phone } = desk;
  return {
    name,
    address,
    phone,
    open: isOpen(desk, at, calendar),
    hours: hoursText(desk),
    opensNext: nextOpening(desk, at, calendar),
  };
}
