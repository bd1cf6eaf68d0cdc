/** Lists to carry away: made at the screen, opened again at a screen by their code, and a page for phones and printers. */
import { join } from 'node:path';
import { type Request, Router } from 'express';
import { countCalls } from '../../limits/index.ts';
import { WireError } from '../../web/direct-line/wire-error.ts';
import { messagePage } from '../../web/page.ts';
import { type Checklist, newChecklistSchema } from '../api/schemas.ts';
import type { KioskRoom } from '../kiosk-parts.ts';
import { deviceOf } from '../visits/visit-door.ts';
import { checklistPage } from './checklist-page.ts';
import { showChecklist } from './open-checklist.ts';

/** Below `/kiosk/api`. */
export function checklistRoutes(room: KioskRoom): Router {
  const { checklists, callerOf, tools, now } = room;
  const made = countCalls('kiosk-lists');
  const router = Router();
  router.post('/checklists', async (request, response) => {
    const device = await deviceOf(room, request.headers);
    await made(device?.id ?? callerOf(request));
    const { code, locale } = newChecklistSchema.parse(request.body);
    const entry = tools().library.find(code);
    if (!entry) throw listGone();
    const unit = tools().units.atDoor(device?.unit ?? null);
    const list = await checklists.leave({ procedure: entry.id, unit, locale, at: now() });
    response.status(201).json((await showChecklist(room, list, now())) ?? fail(listGone()));
  });
  router.get('/checklists/:code', async (request, response) => {
    response.json(await opened(room, request));
  });
  return router;
}

/** The page itself, at the root: its address is printed, so it is short. */
export function checklistPages(room: KioskRoom): Router {
  const router = Router();
  const looked = countCalls('kiosk-list-pages');
  router.get('/assets/mang-ve.css', (_request, response) =>
    response.sendFile(join(import.meta.dirname, 'checklist.css'), { maxAge: '1h' }),
  );
  router.get('/mang-ve/:code', async (request, response) => {
    response.type('html').set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
    await looked(room.callerOf(request));
    try {
      response.send(checklistPage(await opened(room, request)));
    } catch (error) {
      const say = error instanceof WireError ? pageWords[error.code] : undefined;
      if (!(error instanceof WireError) || !say) throw error;
      if (error.retryAfter !== null) response.set('Retry-After', String(error.retryAfter));
      response.status(error.status).send(messagePage('Danh sách mang về', room.speak('vi', null).say(say)));
    }
  });
  return router;
}

const pageWords: Readonly<Record<string, string>> = {
  NoSuchList: 'kiosk.checklistNone',
  TooManyCodes: 'kiosk.checklistWait',
  ListGone: 'kiosk.checklistGone',
};

/** @throws {WireError} 404 for a code of which there is none, 410 for one whose procedure is gone, 429 for a guesser. */
async function opened(room: KioskRoom, request: Request<{ code: string }>): Promise<Checklist> {
  const at = room.now();
  const device = await deviceOf(room, request.headers);
  const caller = device ? `kiosk ${device.id}` : room.callerOf(request);
  const found = await room.checklists.open(request.params.code, { caller, at });
  if (found.kind === 'wait') {
    const seconds = Math.max(Math.ceil((found.until.getTime() - at.getTime()) / 1000), 1);
    throw new WireError(429, 'TooManyCodes', 'Too many codes were none.', seconds);
  }
  if (found.kind === 'none') throw new WireError(404, 'NoSuchList', 'There is no list of this code, or it is over.');
  return (await showChecklist(room, found.list, at)) ?? fail(listGone());
}

const listGone = () => new WireError(410, 'ListGone', 'The knowledge has no such procedure any more.');
function fail(error: WireError): never {
  throw error;
}
