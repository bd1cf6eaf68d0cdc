/** Pictures that officers send: told by their bytes, cleaned of what phones write into them, kept until they are sent with words. */
import { type ErrorRequestHandler, Router } from 'express';
import { cleanPicture, PictureError } from '../pictures/clean-picture.ts';
import { admit, memberOf, reply } from './admit.ts';
import type { ConsoleApi } from './api-parts.ts';
import { Refusal } from './refusal.ts';
import { pictureQuerySchema, pictureReplySchema } from './schemas.ts';

export function pictureRoutes(api: ConsoleApi): Router {
  const { desk, gate } = api;
  const router = Router();
  router.post(
    '/pictures',
    ...admit(api, 'answer', { counts: 'pictures', body: 'picture' }),
    async (request, response) => {
      const { alt = '' } = pictureQuerySchema.parse(request.query);
      if (!Buffer.isBuffer(request.body)) throw new Refusal('bad-input', { say: 'picture.kind' });
      const picture = cleanPicture(request.body);
      reply(response, pictureReplySchema, await desk.keepPicture(await memberOf(gate, request), { ...picture, alt }));
    },
  );
  router.use(refusePicture);
  return router;
}

const refusePicture: ErrorRequestHandler = (error, _request, _response, next) => {
  next(error instanceof PictureError ? new Refusal('bad-input', { say: `picture.${error.code}` }) : error);
};
