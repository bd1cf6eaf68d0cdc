/** The offline copy, for the page to keep on the device. */
import { gunzipSync } from 'node:zlib';
import { Router } from 'express';
import { localeQuerySchema } from '../api/schemas.ts';
import type { KioskRoom } from '../kiosk-parts.ts';
import { deviceOf } from '../visits/visit-door.ts';
import { openOfflineCopies } from './offline-copy.ts';

export function guideRoutes(room: KioskRoom): Router {
  const copies = openOfflineCopies(room);
  const router = Router();
  router.get('/guides', async (request, response) => {
    const { locale } = localeQuerySchema.parse(request.query);
    const device = await deviceOf(room, request.headers);
    const unit = room.tools().units.atDoor(device?.unit ?? null);
    const copy = await copies.of({ unit, locale, at: room.now() });
    response.vary('Accept-Encoding').set({ ETag: copy.etag, 'Cache-Control': 'no-cache' }).type('json');
    // A page that asks with the tag of its own copy asks past every cache, and `request.fresh` takes that for a no.
    if (request.get('if-none-match') === copy.etag) response.status(304).end();
    else if (request.acceptsEncodings('gzip')) response.set('Content-Encoding', 'gzip').send(copy.gzip);
    else response.send(gunzipSync(copy.gzip));
  });
  return router;
}
