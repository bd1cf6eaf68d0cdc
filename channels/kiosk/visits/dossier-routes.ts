/** Dossiers at a kiosk: a receipt is held up, and what was proven is uncovered while a finger holds it. */
import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { readReceipt } from '../../../bot/index.ts';
import { countCalls } from '../../limits/index.ts';
import { sentBy, threadOf } from '../../web/direct-line/wire.ts';
import { notFound, WireError } from '../../web/direct-line/wire-error.ts';
import { type Revealed, receiptSchema } from '../api/schemas.ts';
import type { KioskRoom } from '../kiosk-parts.ts';
import { admitVisit, type ShownVisit } from './visit-door.ts';

/** A finger that holds longer is a sleeve. */
const hideAfterSeconds = 30;

export function dossierRoutes(room: KioskRoom): Router {
  const { dossiers, now } = room;
  const router = Router();
  const receipts = countCalls('kiosk-receipts');
  const reveals = countCalls('kiosk-reveals');
  router.post('/visits/:visit/receipt', async (request, response) => {
    const shown = await admitVisit(room, request, { touch: true });
    await receipts(shown.visit);
    const { scanned } = receiptSchema.parse(request.body);
    await sayCode(room, shown, codeOf(scanned));
    response.status(202).json({ taken: true });
  });
  router.get('/visits/:visit/dossiers', async (request, response) => {
    const { claims } = await admitVisit(room, request);
    response.json({ dossiers: await dossiers.list(claims.conversationId) });
  });
  router.post('/visits/:visit/dossiers/:ref/reveal', async (request, response) => {
    const { visit, claims } = await admitVisit(room, request, { touch: true });
    await reveals(visit);
    const blocks = await dossiers.reveal(claims.conversationId, request.params.ref, now());
    if (!blocks) throw notFound('This visit has proven no such dossier.');
    const revealed: Revealed = { blocks, hideAfterSeconds };
    response.json(revealed);
  });
  return router;
}

/** @throws {WireError} 422 for a sheet that is no receipt; what was on it is kept nowhere. */
function codeOf(scanned: string): string {
  const sheet = readReceipt(scanned);
  if (sheet.kind === 'receipt') return sheet.code;
  throw sheet.kind === 'identity-card'
    ? new WireError(422, 'IdentityCard', 'This is the code of an identity card. It was not kept.')
    : new WireError(422, 'NotAReceipt', 'This is no code of a receipt. It was not kept.');
}

/** Said in the citizen's name, like a code that is typed: the answer comes by the wire. */
async function sayCode({ assistant, now }: KioskRoom, { claims }: ShownVisit, code: string): Promise<void> {
  const { channel, conversationId } = threadOf(claims);
  await assistant.accept({
    ...sentBy(claims, ''),
    id: `receipt:${randomUUID()}`,
    conversationId,
    channel,
    locale: claims.locale,
    text: code,
    at: now(),
    signedInAs: null,
    unit: claims.unit,
    ownedByOfficer: false,
  });
}
