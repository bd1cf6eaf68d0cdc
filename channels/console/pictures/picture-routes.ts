/** Pictures of officers as they are looked at, `/hinh/<id>`: by the citizen of the talk, and by officers who see it. */
import { type Request, Router } from 'express';
import { z } from 'zod';
import { type PictureShow, type StaffMember, staffMay } from '../../../bot/index.ts';

export interface PictureRouteParts {
  readonly pictures: PictureShow;
  /** Who of the staff asks, by his cookie; `null`: nobody. */
  readonly staffOf: (request: Request) => Promise<{ readonly member: StaffMember } | null>;
  /** The citizen who asks, by whatever shows him: a cookie, a token; `null`: nobody known. */
  readonly citizenOf: (request: Request) => Promise<string | null>;
}

/** What is not his is answered as what is not there. */
export function pictureViewRoutes({ pictures, staffOf, citizenOf }: PictureRouteParts): Router {
  const router = Router();
  router.get('/hinh/:id', async (request, response) => {
    const id = z.uuid().safeParse(request.params.id).data;
    const picture = id === undefined ? null : await find(id, request);
    if (!picture) {
      response.status(404).type('text/plain; charset=utf-8').send('Không có hình này.');
      return;
    }
    response
      .type(picture.type)
      .set({
        'Cache-Control': 'private, max-age=300',
        'X-Content-Type-Options': 'nosniff',
        'Content-Disposition': 'inline',
        'Content-Security-Policy': "default-src 'none'",
      })
      .send(picture.bytes);
  });
  const find = async (id: string, request: Request) => {
    const staff = await staffOf(request);
    const seen = staff && staffMay(staff.member.role, 'see-inbox') ? await pictures.toOfficer(staff.member, id) : null;
    if (seen) return seen;
    const citizenId = await citizenOf(request);
    return citizenId === null ? null : pictures.toCitizen(citizenId, id);
  };
  return router;
}
