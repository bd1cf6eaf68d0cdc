/** Pictures that officers sent: whoever has the address of one was shown it in his talk. */
import { Router } from 'express';

type PictureOf = (id: string) => Promise<{ readonly type: string; readonly bytes: Buffer } | null>;

/** The id has 122 random bits, stands in that talk alone, and goes with it. */
const path = /^\/hinh\/([\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12})$/;

export function pictureRoutes(pictureOf: PictureOf): Router {
  const router = Router();
  router.get(path, async (request, response, next) => {
    const picture = await pictureOf(request.params[0] ?? '');
    if (!picture) return next();
    response.set({ 'Cache-Control': 'private, max-age=3600', 'Content-Disposition': 'inline' });
    response.type(picture.type).send(picture.bytes);
  });
  return router;
}
