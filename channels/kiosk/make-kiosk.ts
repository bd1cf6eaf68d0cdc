/** The kiosk (máy tự phục vụ) on the server: its calls, its page, the pages that are carried away. */
import express, { type RequestHandler, Router } from 'express';
import { makeTokens } from '../web/direct-line/tokens.ts';
import type { VisitDoor } from '../web/direct-line/wire.ts';
import { notFound, refuseUnknownPath } from '../web/direct-line/wire-error.ts';
import { checklistPages, checklistRoutes } from './checklists/checklist-routes.ts';
import { deviceCookie } from './device-cookie.ts';
import { sayKioskError } from './kiosk-error.ts';
import type { KioskParts, KioskRoom } from './kiosk-parts.ts';
import { officeRoutes } from './office/office-routes.ts';
import { guideRoutes } from './offline/guide-routes.ts';
import { kioskPageRoutes } from './page/page-routes.ts';
import { speechRoutes } from './speech/speech-routes.ts';
import { ticketRoutes } from './tickets/ticket-routes.ts';
import { dossierRoutes } from './visits/dossier-routes.ts';
import { openVisitDoor } from './visits/visit-door.ts';
import { visitRoutes } from './visits/visit-routes.ts';

const jsonLimit = '16kb';

/** Its page as it was built last; one that was not built says where people are. */
export interface KioskPage {
  readonly page?: Router;
}

export function makeKiosk({ page = kioskPageRoutes(), ...parts }: KioskParts & KioskPage): Router {
  const room: KioskRoom = {
    ...parts,
    now: parts.now ?? (() => new Date()),
    cookie: deviceCookie(isSecure(parts.settings.publicUrl)),
    tokens: makeTokens(parts.settings.secretKey),
  };
  const api = Router();
  api.use(ownPagesOnly);
  // Sound and its own limits come before JSON is read.
  api.use(speechRoutes(room), express.json({ limit: jsonLimit }));
  api.use(officeRoutes(room), guideRoutes(room), visitRoutes(room), dossierRoutes(room));
  api.use(ticketRoutes(room), checklistRoutes(room));
  api.use(refuseUnknownPath, sayKioskError(parts.speak, parts.onError));
  const router = Router();
  router.use('/kiosk/api', noStore, api);
  router.use('/kiosk', seesAndHears);
  router.use(page);
  router.use(checklistPages(room));
  return router;
}

/** For the wire, which knows visits by the same store and cookie. */
export const kioskVisitDoor = ({
  store,
  publicUrl,
}: Pick<KioskParts, 'store'> & { readonly publicUrl: string | null }): VisitDoor =>
  openVisitDoor({ store, cookie: deviceCookie(isSecure(publicUrl)) });

const isSecure = (publicUrl: string | null): boolean => publicUrl?.startsWith('https:') ?? false;

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

/** A page of another site, or an address that was opened by hand from one, gets nothing: the device's cookie would be with it. */
const ownPagesOnly: RequestHandler = ({ headers }, _response, next) => {
  const { origin, host } = headers;
  const isForeign = origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host);
  if (isForeign || headers['sec-fetch-site'] === 'cross-site') throw notFound('There is nothing here for other sites.');
  next();
};

/** Nothing of another host, no frame around it, no form; the sound that it plays was made by it. */
const policy = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "object-src 'none'",
  "script-src-attr 'none'",
].join(';');

/** Here alone a page of ours may use camera and microphone. */
const seesAndHears: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': policy,
    'Permissions-Policy': 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()',
  });
  next();
};
