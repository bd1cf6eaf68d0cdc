/** Visits: one person's time at the screen, from the first touch to "Xong". */
import { type Request, Router } from 'express';
import { type DeviceOfKiosk, hashOfDeviceKey } from '../../../bot/index.ts';
import { countCalls } from '../../limits/index.ts';
import { type Claims, newUserId, newVisitConversationId, tokenSeconds } from '../../web/direct-line/tokens.ts';
import { threadOf } from '../../web/direct-line/wire.ts';
import { deviceSchema, newVisitSchema, ratingSchema, type VisitReply } from '../api/schemas.ts';
import { visitOver } from '../kiosk-error.ts';
import type { KioskRoom } from '../kiosk-parts.ts';
import { admitVisit, deviceOf, type ShownVisit } from './visit-door.ts';
import { visitState } from './visit-state.ts';

/** As the store has it; told to the page so that it knows how often to say that somebody is there. */
const idleSeconds = 120;

export function visitRoutes(room: KioskRoom): Router {
  const { store, cookie, settings, callerOf, handOffs, now } = room;
  const router = Router();
  const keys = countCalls('kiosk-keys');
  const begun = countCalls('kiosk-visits', settings.visitsPerMinute);
  router.post('/device', async (request, response) => {
    await keys(callerOf(request));
    const { key } = deviceSchema.parse(request.body);
    const device = await store.findDevice(hashOfDeviceKey(key));
    if (!device) throw visitOver();
    cookie.set(response, key);
    response.json({ name: device.name, unit: device.unit });
  });
  router.post('/visits', async (request, response) => {
    const device = await deviceOf(room, request.headers);
    await begun(device?.id ?? callerOf(request));
    const { locale } = newVisitSchema.parse(request.body ?? {});
    response.status(201).json(await beginVisit(room, device, locale));
  });
  router.get('/visits/:visit', async (request, response) => {
    response.json(await visitState(room, await admitVisit(room, request)));
  });
  router.put('/visits/:visit', async (request, response) => {
    response.json(await visitState(room, await admitVisit(room, request, { touch: true })));
  });
  router.delete('/visits/:visit', async (request, response) => {
    const shown = await mayEnd(room, request);
    if (shown) await endVisit(room, shown);
    response.status(204).end();
  });
  router.post('/visits/:visit/rating', async (request, response) => {
    const { visit, claims } = await admitVisit(room, request, { touch: true });
    const { stars } = ratingSchema.parse(request.body);
    if (!(await store.rateVisit(visit, stars))) throw visitOver();
    await handOffs?.rateLast(threadOf(claims), { stars, at: now() });
    response.status(204).end();
  });
  return router;
}

async function beginVisit(
  { store, tokens, tools, settings, wake }: KioskRoom,
  device: DeviceOfKiosk | null,
  locale: 'vi' | 'en',
): Promise<VisitReply> {
  const conversationId = newVisitConversationId();
  const { id, endsAt, replaced } = await store.beginVisit({ deviceId: device?.id ?? null, thread: conversationId });
  for (const talk of replaced) wake(talk);
  const claims: Claims = {
    conversationId,
    userId: newUserId(),
    trustedOrigins: [],
    locale,
    unit: tools().units.atDoor(device?.unit ?? null),
    session: null,
    visit: id,
    ownDevice: device !== null && settings.dossiers,
  };
  const token = tokens.issue(claims);
  return {
    visit: id,
    conversationId,
    token,
    idleSeconds: Math.min(idleSeconds, tokenSeconds),
    endsAt: endsAt.toISOString(),
  };
}

/** `null`: it is over already, which is what was wanted. @throws {WireError} for somebody else's, and for no token. */
async function mayEnd(room: KioskRoom, request: Request<{ visit: string }>): Promise<ShownVisit | null> {
  try {
    return await admitVisit(room, request);
  } catch (error) {
    if (await isOver(room, request)) return null;
    throw error;
  }
}

/** Its own token, of a visit that is over: ending it again does no harm and says nothing. */
async function isOver({ store, tokens }: KioskRoom, { headers, params }: Request<{ visit: string }>): Promise<boolean> {
  const claims = tokens.read(/^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '', 'talk');
  if (claims === 'expired') return true;
  return claims !== 'bad' && claims.visit === params.visit && !(await store.findVisit(params.visit));
}

/** The talk is asked for first: once the visit is over, no door finds it, and its sockets could not be told. */
async function endVisit({ store, transcript, wake }: KioskRoom, { visit, claims }: ShownVisit): Promise<void> {
  const thread = await transcript.find(threadOf(claims));
  await store.endVisit(visit, claims.conversationId);
  if (thread) wake(thread.id);
}
