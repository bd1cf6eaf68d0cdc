import { describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { makePictureLinks } from './picture-links.ts';

describe('addresses of pictures', () => {
  let now = new Date('2026-11-22T03:00:00Z');
  const links = makePictureLinks({
    secretKey: Buffer.alloc(32, 3),
    publicUrl: 'https://hoi.phuong.example',
    readPicture: async (id) => (id === 'known' ? { bytes: Buffer.from('ảnh'), type: 'image/jpeg' } : null),
    now: () => now,
  });
  const app = express().use(links.routes);
  const pathOf = (address: string) => new URL(address).pathname;

  it('give a QR code as PNG, kept by no cache', async () => {
    const address = links.linkTo({ qr: 'https://hoi.phuong.example/hoi?q=khai%20sinh' });
    expect(address).toMatch(/^https:\/\/hoi\.phuong\.example\/zalo\/anh\/[\w.-]+\.png$/);
    const got = await request(app).get(pathOf(address)).expect(200).expect('content-type', 'image/png');
    expect(got.headers['cache-control']).toContain('no-store');
    // Width and height stand in the first chunk.
    expect([got.body.readUInt32BE(16), got.body.readUInt32BE(20)]).toEqual([480, 480]);
  });

  it('give an officer’s picture', async () => {
    await request(app)
      .get(pathOf(links.linkTo({ id: 'known' })))
      .expect(200)
      .expect('content-type', 'image/jpeg');
    await request(app)
      .get(pathOf(links.linkTo({ id: 'unknown' })))
      .expect(404);
  });

  it('cannot be made up or changed', async () => {
    const path = pathOf(links.linkTo({ id: 'known' }));
    const [body = '', sign = ''] = (path.split('/').at(-1) ?? '').replace('.png', '').split('.');
    const other = Buffer.from(JSON.stringify({ id: 'known', until: 9e15 })).toString('base64url');
    for (const name of [`${other}.${sign}`, `${body}.${sign.slice(0, -2)}AA`, body, `${body}.`, 'x', '%00'])
      await request(app).get(`/zalo/anh/${name}.png`).expect(404);
  });

  it('end by themselves', async () => {
    const path = pathOf(links.linkTo({ id: 'known' }));
    now = new Date(now.getTime() + 3_600_001);
    await request(app).get(path).expect(404);
  });
});
