/** The page of the kiosk and its files. Its calls are below `/kiosk/api`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Router } from 'express';
import { addressOf, builtFiles, builtFolderOf, serveBuilt } from '../../pages/built-page.ts';
import { kioskDocument } from './page-document.ts';

const name = 'kiosk';

export function kioskPageRoutes(folder = builtFolderOf(name)): Router {
  const router = express.Router();
  const document = kioskDocument(builtFiles(name, folder));
  router.get('/kiosk', (_request, response) => {
    // The worker keeps the page; a copy in the browser's own cache would hide a newer one.
    response.type('html').set('Cache-Control', 'no-store').send(document);
  });
  router.get('/kiosk/worker.js', (_request, response, next) => {
    const file = join(folder, 'worker.js');
    if (!existsSync(file)) {
      next();
      return;
    }
    response.set({ 'Cache-Control': 'no-cache', 'Service-Worker-Allowed': '/kiosk' });
    response.type('text/javascript').sendFile(file);
  });
  router.use(addressOf(name), serveBuilt(name, folder));
  return router;
}
