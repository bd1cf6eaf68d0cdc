/** Addresses of pictures that Zalo fetches from us: nobody can guess one, and each ends by itself. Nothing is kept for them. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { drawQr } from './draw-qr.ts';
import type { OutgoingPicture } from './outgoing.ts';
import type { PictureReader } from './read-picture.ts';

export interface PictureLinks {
  /** An address that holds for {@link lifeMs}. */
  linkTo(picture: OutgoingPicture): string;
  readonly routes: Router;
}

export interface PictureLinkOptions {
  readonly secretKey: Buffer;
  /** Scheme, host and port of this program as Zalo reaches it. */
  readonly publicUrl: string;
  readonly readPicture: PictureReader;
  readonly now: () => Date;
}

/** Zalo fetches at once; an hour leaves room for a slow day. */
export const lifeMs = 3_600_000;
const path = '/zalo/anh';
const content = z.object({ until: z.number(), qr: z.string().optional(), id: z.string().optional() });

export function makePictureLinks({ secretKey, publicUrl, readPicture, now }: PictureLinkOptions): PictureLinks {
  const signOf = (body: string) => createHmac('sha256', secretKey).update(`zalo picture ${body}`).digest();
  const read = (token: string): z.infer<typeof content> | null => {
    const [body = '', sign = ''] = token.split('.');
    const given = Buffer.from(sign, 'base64url');
    const own = signOf(body);
    if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
    const told = content.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
    return told.until > now().getTime() ? told : null;
  };
  const routes = Router();
  routes.get(`${path}/:name`, async (request, response) => {
    const told = read(request.params.name.replace(/\.png$/, ''));
    const picture = told && (await pictureOf(told, readPicture));
    if (!picture) return void response.sendStatus(404);
    response.set({ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' }).type(picture.type);
    response.send(Buffer.from(picture.bytes));
  });
  return {
    routes,
    linkTo(picture) {
      const body = Buffer.from(JSON.stringify({ ...picture, until: now().getTime() + lifeMs })).toString('base64url');
      return `${publicUrl}${path}/${body}.${signOf(body).toString('base64url')}.png`;
    },
  };
}

async function pictureOf({ qr, id }: z.infer<typeof content>, readPicture: PictureReader) {
  if (qr !== undefined) return { bytes: await drawQr(qr), type: 'image/png' as const };
  return id === undefined ? null : readPicture(id);
}
