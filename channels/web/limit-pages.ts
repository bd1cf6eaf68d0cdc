/** How often pages may be asked for from one address, and questions by one browser. */
import { type Request, type RequestHandler, Router } from 'express';
import { type CountCall, countCalls, networkOf } from '../limits/index.ts';
import { ownDataPath } from './own-data/own-data-routes.ts';
import { anonymousTalkOf } from './plain-talk.ts';

type PageLimit = 'web-sign-in' | 'web-plain' | 'web-pages';

/** In place of the table's: how often from one address in a minute. */
export type PageLimits = Partial<Record<PageLimit, number>>;

/** Counts one call from where a request comes. @throws {TooManyError} */
export function perAddress(name: PageLimit, limits: PageLimits): (request: Request) => Promise<void> {
  const count = countCalls(name, limits[name]);
  return (request) => count(networkOf(request.ip ?? ''));
}

/** Stands before the pages that look something up. */
export function limitPages(limits: PageLimits): Router {
  const router = Router();
  const pages = perAddress('web-pages', limits);
  const questions = perAddress('web-plain', limits);
  const ofTalk = countCalls('web-plain-of-talk');
  router.use(['/chat', '/hinh', '/so-lieu-mo', '/so-lieu-mo.json', '/so-lieu-mo.csv'], counted(pages));
  router.use([ownDataPath, `${ownDataPath}.json`, '/xoa'], counted(pages));
  router.get('/', counted(pages));
  router.use(
    '/hoi',
    counted(async (request) => {
      await questions(request);
      await ofBrowser(ofTalk, request);
    }),
  );
  return router;
}

const counted =
  (count: (request: Request) => Promise<void>): RequestHandler =>
  async (request, _response, next) => {
    await count(request);
    next();
  };

/** Whoever has no talk yet has asked nothing yet. */
async function ofBrowser(count: CountCall, request: Request): Promise<void> {
  const talk = anonymousTalkOf(request);
  if (talk) await count(talk.conversationId);
}
