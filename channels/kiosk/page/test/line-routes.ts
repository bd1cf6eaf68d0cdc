/** As much of Direct Line as the page uses. */
import express, { type Request, type Response, type Router } from 'express';
import type { Desk } from './kiosk-desk.ts';

const root = '/v3/directline';

export function lineRoutes(desk: Desk): Router {
  const router = express.Router();
  const tokenOf = (request: Request) => request.headers.authorization?.replace('Bearer ', '') ?? '';
  const streamOf = (token: string) => `${desk.base}/stream?c=${token}`;
  const known = (request: Request, response: Response) => {
    const talk = desk.talks.get(tokenOf(request));
    if (talk && !talk.ended) return talk;
    response.status(403).json({ error: { code: 'TokenExpired', message: '' } });
    return null;
  };
  router.post(`${root}/tokens/refresh`, (request, response) => {
    if (known(request, response))
      response.json({ token: tokenOf(request), conversationId: tokenOf(request), expires_in: 1800 });
  });
  router.post(`${root}/conversations`, (request, response) => {
    if (known(request, response)) response.json({ streamUrl: streamOf(tokenOf(request)) });
  });
  router.get(`${root}/conversations/:id`, (request, response) => {
    if (known(request, response)) response.json({ streamUrl: streamOf(tokenOf(request)) });
  });
  router.get(`${root}/conversations/:id/activities`, (request, response) => {
    const talk = known(request, response);
    if (!talk) return;
    const from = Number(request.query.watermark) || 0;
    response.json({ activities: talk.activities.slice(from), watermark: String(talk.activities.length) });
  });
  router.post(`${root}/conversations/:id/activities`, (request, response) => {
    const talk = known(request, response);
    if (!talk) return;
    const { type, text, channelData } = request.body as {
      type: string;
      text?: string;
      channelData?: { clientActivityID?: string };
    };
    const key = channelData?.clientActivityID ?? '';
    const isNew = !talk.activities.some((one) => JSON.stringify(one).includes(key));
    if (type === 'message' && isNew) desk.takeWords(tokenOf(request), text ?? '', key);
    response.json({ id: key });
  });
  return router;
}
