/** The screen's own data. Public, for whoever walks by sees it. */
import { Router } from 'express';
import { localeQuerySchema } from '../api/schemas.ts';
import type { KioskRoom } from '../kiosk-parts.ts';
import { deviceOf } from '../visits/visit-door.ts';
import { readOffice } from './office.ts';

export function officeRoutes(room: KioskRoom): Router {
  const router = Router();
  router.get('/office', async (request, response) => {
    const { locale } = localeQuerySchema.parse(request.query);
    const device = await deviceOf(room, request.headers);
    response.json(await readOffice(room, { device, locale }));
  });
  return router;
}
