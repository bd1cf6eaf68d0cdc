/** `/du-lieu-cua-toi`: what is kept of the one who looks, as a page and as a file. Nobody else's, whatever is asked. */
import express, { type Request, type Router } from 'express';
import type { PersonalDataStore } from '../../../bot/index.ts';
import { messagePage, plainPage } from '../page.ts';
import { ownDataMarkup } from './own-data-page.ts';

export const ownDataPath = '/du-lieu-cua-toi';

export interface OwnDataOptions {
  readonly personalData: Pick<PersonalDataStore, 'read'>;
  /** Whose browser this is, as its session or its talk tells; `null` for a new one. */
  readonly citizenOf: (request: Request) => Promise<string | null>;
}

export function ownDataRoutes({ personalData, citizenOf }: OwnDataOptions): Router {
  const router = express.Router();
  router.get(ownDataPath, async (request, response) => {
    response.set('cache-control', 'no-store');
    const citizenId = await citizenOf(request);
    if (citizenId === null) {
      response.type('html').send(messagePage('Chưa có dữ liệu', 'Máy chưa giữ gì của ông/bà trên trình duyệt này.'));
      return;
    }
    const data = await personalData.read(citizenId);
    response.type('html').send(plainPage('Dữ liệu của tôi', ownDataMarkup(data, `${ownDataPath}.json`)));
  });
  router.get(`${ownDataPath}.json`, async (request, response) => {
    response.set('cache-control', 'no-store');
    const citizenId = await citizenOf(request);
    if (citizenId === null) response.status(404).json({ error: 'Máy chưa giữ gì của ông/bà trên trình duyệt này.' });
    else response.attachment('du-lieu-cua-toi.json').json(await personalData.read(citizenId));
  });
  return router;
}
