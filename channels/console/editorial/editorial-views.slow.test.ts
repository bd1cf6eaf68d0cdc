/** The editors' views and practice in a real browser, over real desks and a real store. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { openTestEditorial, type TestEditorial } from '../../../bot/editorial/test-editorial.ts';
import { loadSpeech } from '../../../bot/index.ts';
import { builtFiles, serveBuilt } from '../../pages/built-page.ts';
import { eventually } from '../../pages/eventually.ts';
import { browseAt, complaints, type Site } from '../../web/chat-page/browser.ts';
import { ensureConsoleBuilt } from '../page/ensure-built.ts';
import { consolePageRoutes } from '../page-routes.ts';
import { signInTestStaff, type TestStaff, testGate } from '../test-staff.ts';
import { makeEditorialApi } from './editorial-api.ts';

const fonts = dirname(
  fileURLToPath(import.meta.resolve('@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2')),
);

describe.each([
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
])('the views at $width px', (viewport) => {
  let test: TestEditorial;
  let server: Server;
  let site: Site;
  let editor: TestStaff;
  let officer: TestStaff;
  beforeAll(async () => {
    await ensureConsoleBuilt();
    test = await openTestEditorial({ trials: false });
    editor = await signInTestStaff(test.store, { role: 'editor', name: 'Thu' });
    officer = await signInTestStaff(test.store, { role: 'officer' });
    await test.ask([
      { text: 'nuôi chim yến <b>có</b> phải khai không', status: 'declined-absent' },
      { text: 'nuoi chim yen phai xin giay gi', status: 'declined-absent' },
      { text: 'khai sinh cần gì', status: 'answered', codes: ['1.001193'], at: new Date('2026-11-18T03:00:00Z') },
    ]);
    await test.samples.draw();
    const gate = testGate(test.store);
    const app = express();
    app.get('/console/api/me', async (request, response) => {
      const staff = (await gate.staffOf(request))!;
      const rights = staff.member.role === 'editor' ? ['edit-knowledge', 'mark-samples', 'see-figures'] : ['practise'];
      response.json({
        member: staff.member,
        unitName: null,
        rights,
        csrf: staff.csrf,
        presence: 'available',
        vapidKey: null,
      });
    });
    const { desk, samples, practice } = test;
    const onError = (error: unknown) => process.stderr.write(`${error}\n`);
    app.use(
      '/console/api/editorial',
      makeEditorialApi({ gate, desk, samples, practice, speak: loadSpeech(), onError }),
    );
    app.use(serveBuilt('console'));
    app.use('/assets', express.static(fonts));
    app.use('/console', consolePageRoutes({ isSignedIn: async () => true, files: builtFiles('console') }));
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    site = await browseAt(`http://127.0.0.1:${port}`);
  }, 240_000);
  afterAll(async () => {
    await site?.stop();
    server?.closeAllConnections();
    server?.close();
    await test?.close();
  }, 60_000);

  const open = async (path: string, { cookie }: TestStaff) => {
    const [, value = ''] = cookie.split('=');
    const storageState = {
      cookies: [
        {
          name: 'hmc_staff',
          value,
          domain: '127.0.0.1',
          path: '/',
          expires: -1,
          httpOnly: true,
          secure: false,
          sameSite: 'Strict' as const,
        },
      ],
      origins: [],
    };
    return (await site.open(path, { viewport, storageState })).page;
  };
  const fits = async (page: Awaited<ReturnType<typeof open>>) =>
    await eventually(async () =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width),
    );

  it('lead from a group to a draft that is tried', async () => {
    const page = await open('/console/cau-hoi', editor);
    await page.getByText('2 người hỏi, 2 lượt').waitFor();
    expect(await complaints(page)).toEqual([]);
    await fits(page);
    await page.getByRole('button', { name: 'Xử lý việc này' }).first().click();
    await page.getByLabel('Không phải việc của xã, phường: chỉ nơi khác').check();
    expect(await complaints(page)).toEqual([]);
    await page.getByRole('button', { name: 'Soạn bản nháp' }).click();
    await page.getByLabel('Đến đâu, gặp ai').fill('Nộp 50.000 đồng ở trạm thú y.');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('button', { name: 'Thử trên máy' }).click();
    await page.getByText('Thử chưa đạt').waitFor();
    expect(await complaints(page)).toEqual([]);
    await fits(page);
  }, 120_000);

  it('mark an answer of the sample', async () => {
    const page = await open('/console/mau-tuan', editor);
    await page.getByText('khai sinh cần gì').waitFor();
    await page.getByLabel('Sai', { exact: true }).check();
    await page.getByLabel('Sai đến mức làm hại').check();
    expect(await complaints(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lưu và sang câu sau' }).click();
    await page.getByText('Đã chấm 1 trên 1').waitFor();
    await fits(page);
  }, 120_000);

  it('let an officer practise by the keyboard, and tell him what was good', async () => {
    const page = await open('/console/luyen-tap', officer);
    await page.getByRole('button', { name: /Bắt đầu: Cô Tư/ }).press('Enter');
    await page.getByLabel('Câu trả lời của anh/chị').fill('Dạ cháu chào cô. Theo quy định cháu không tự miễn được ạ.');
    await page.getByLabel('Câu trả lời của anh/chị').press('Enter');
    await page.locator('.editorial-bubble').nth(2).waitFor();
    expect(await complaints(page)).toEqual([]);
    await page.getByRole('button', { name: 'Kết thúc và xem nhận xét' }).click();
    await page.getByText('Đã chào và thưa gửi.').waitFor();
    expect(await complaints(page)).toEqual([]);
    await fits(page);
  }, 120_000);
});
