/** Office, copy, numbers, lists and voices of the test server. */
import express, { type Router } from 'express';
import {
  checklistReplySchema,
  newChecklistSchema,
  officeSchema,
  offlineCopySchema,
  saySchema,
  ticketReplySchema,
  ticketSchema,
} from '../../api/schemas.ts';
import { wavOf } from '../speech/wav.ts';
import type { Desk } from './kiosk-desk.ts';
import { testCopy } from './office.ts';

const list = (code: string) =>
  checklistReplySchema.parse({
    shortCode: 'K7M-2QX',
    digits: '4821 0937',
    url: 'http://localhost/mang-ve/K7M-2QX',
    qrSvg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 21 21"><path d="M0 0h7v7H0zM14 0h7v7h-7zM0 14h7v7H0zM9 9h3v3H9zM14 10h2v5h-2zM10 15h2v6h-2zM17 17h4v2h-4z"/></svg>`,
    goodUntil: '2026-11-29',
    title: code === '1.001193' || code === 'K7M-2QX' ? 'Đăng ký khai sinh' : code,
    blocks: [
      { kind: 'title', text: 'Đăng ký khai sinh' },
      {
        kind: 'list',
        label: 'Phải nộp',
        items: ['Tờ khai đăng ký khai sinh theo mẫu', 'Giấy chứng sinh, bản chính', 'Căn cước của người đi đăng ký'],
      },
    ],
    printPath: '/mang-ve/K7M-2QX',
  });

export function officeRoutes(desk: Desk): Router {
  const router = express.Router();
  router.post('/kiosk/api/device', (request, response) => {
    const known = (request.body as { key?: string }).key === 'device-key-of-the-hall-1';
    response
      .status(known ? 200 : 401)
      .json(known ? { name: 'Sảnh', unit: null } : { error: { code: 'Unknown', message: '' } });
  });
  router.get('/kiosk/api/office', (_request, response) => {
    response.json(officeSchema.parse({ ...desk.office, now: new Date().toISOString() }));
  });
  router.get('/kiosk/api/guides', (_request, response) => {
    response.set('ETag', '"test-1"').json(offlineCopySchema.parse(testCopy()));
  });
  router.post('/kiosk/api/tickets', (request, response) => {
    const { desk: counter } = ticketSchema.parse(request.body);
    response.json(
      ticketReplySchema.parse({
        number: `A${counter}07`,
        waiting: 3,
        counter: 'Quầy 2',
        say: 'Số của ông/bà là A hai trăm lẻ bảy.',
      }),
    );
  });
  router.post('/kiosk/api/checklists', (request, response) => {
    response.json(list(newChecklistSchema.parse(request.body).code));
  });
  router.get('/kiosk/api/checklists/:code', ({ params }, response) => {
    const known = /^(K7M-?2QX|48210937)$/.test(params.code.replace(/\s/g, ''));
    response.status(known ? 200 : 404).json(known ? list('K7M-2QX') : { error: { code: 'NotFound', message: '' } });
  });
  router.post('/kiosk/api/speech/say', (request, response) => {
    saySchema.parse(request.body);
    void wavOf(new Float32Array(1_600), 16_000)
      .arrayBuffer()
      .then((bytes) => response.type('audio/wav').send(Buffer.from(bytes)));
  });
  router.post('/kiosk/api/speech/listen', express.raw({ type: 'audio/wav', limit: '1mb' }), (request, response) => {
    const isWav = Buffer.isBuffer(request.body) && request.body.subarray(0, 4).toString() === 'RIFF';
    response.status(isWav ? 200 : 400).json({ text: isWav ? 'làm khai sinh cho cháu' : '', confidence: 0.9 });
  });
  return router;
}
