import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import express, { Router } from 'express';
import type { Page } from 'playwright-core';
import {
  createAssistant,
  type FollowedSwitches,
  followSwitches,
  loadSpeech,
  openFiguresDesk,
  openSwitchDesk,
  rollUp,
} from '../../../bot/index.ts';
import { openTestStore, type TestStore } from '../../../bot/store/test-store.ts';
import { serveBuilt } from '../../pages/built-page.ts';
import { ensureBuilt } from '../../pages/ensure-built.ts';
import { eventually } from '../../pages/eventually.ts';
import { browseAt, complaints, picture, type Site } from '../../web/chat-page/browser.ts';
import { createWebServer } from '../../web/server.ts';
import { consolePageRoutes } from '../page-routes.ts';
import { consoleRoutes } from '../routes.ts';
import { switchRoutes } from '../switches/routes.ts';
import { signInTestStaff, type TestStaff, testGate } from '../test-staff.ts';
import { figuresRoutes } from './routes.ts';

jest.setTimeout(90_000);

const names: Readonly<Record<string, string>> = {
  '00004': 'Phường Ba Đình',
  '00008': 'Phường Ngọc Hà',
  '01': 'Thành phố Hà Nội',
};
const places = {
  commune: (code: string) => (code.length === 5 && names[code] ? ({ code } as never) : null),
  province: (code: string) => (code === '01' ? ({ communes: [{ code: '00004' }, { code: '00008' }] } as never) : null),
};
const speak = loadSpeech();
const unitName = (code: string) => names[code] ?? null;
const procedures = ['1.001193 Đăng ký khai sinh', '1.004222 Đăng ký thường trú', '1.000894 Đăng ký kết hôn'];

let test: TestStore;
let board: FollowedSwitches;
let server: Server;
let site: Site;
const staff: Record<string, TestStaff> = {};

const onError = (error: unknown) => void process.stderr.write(`${String(error)}\n`);

/** What the page asks for before its views: who is signed in, and hints that never come. */
function frameRoutes(): Router {
  const gate = testGate(test);
  const api = Router();
  api.get('/me', async (request, response) => {
    const found = await gate.staffOf(request);
    if (!found) return void response.status(401).json({ error: { code: 'signed-out', message: 'Mời đăng nhập.' } });
    const { member, csrf } = found;
    const rights = member.role === 'officer' ? ['see-inbox'] : ['see-figures', 'switch', 'see-inbox'];
    response.json({ member, csrf, rights, unitName: unitName(member.unit), presence: 'available', vapidKey: null });
  });
  api.get('/events', (_request, response) => void response.type('text/event-stream').write(':\n\n'));
  return api;
}

async function fillStore(): Promise<void> {
  const { store, database } = test;
  for (let count = 0; count < 36; count += 1) {
    const unit = count % 3 === 0 ? '00008' : '00004';
    const at = new Date(Date.now() - (count % 9) * 86_400_000);
    const opened = await store.openConversation({
      channel: count % 4 ? 'web' : 'zalo-bot',
      externalId: `t${count}`,
      locale: 'vi',
    });
    const ids = { conversationId: opened.id, citizenId: opened.citizenId };
    const { turnId } = await store.receive({ ...ids, messageId: 'm', askedMasked: 'x', slots: {}, at });
    const status = ['answered', 'answered', 'partial', 'clarify', 'declined-absent'][count % 5] ?? 'answered';
    const codes = [(procedures[count % 3] ?? '').slice(0, 8)];
    const answer = { opening: null, answer: { status, codes, blocks: [{ kind: 'say', text: 'x' }] } };
    await store.finish({ ...ids, turnId, answer, status, ms: 1, memory: {}, at, unit });
    if (count % 6 === 0)
      await database.query(
        `insert into hand_off (id, citizen_id, conversation_id, channel, locale, unit, cause, state, code, summary, asked_at, claimed_at,
           first_reply_at, closed_at, closed_as, rating, rating_word, call_count)
         values (gen_random_uuid(), $1, $2, 'web', 'vi', $3, 'citizen-asked', 'closed', $4, '{}', $5, $5, $6, $6, 'finished', 4, 'Nhanh', 1)`,
        [ids.citizenId, ids.conversationId, unit, `P${count}`, at, new Date(at.getTime() + 400_000)],
      );
  }
  await rollUp(store.database, () => 300, new Date());
}

beforeAll(async () => {
  await ensureBuilt();
  test = await openTestStore();
  await fillStore();
  board = await followSwitches({ store: test.store.switches, onError, everyMs: 500 });
  board.locate({ provinceOf: () => '01', home: '00004' });
  const gate = testGate(test);
  const desk = openFiguresDesk({
    database: test.store.database,
    places,
    names: {
      procedure: (code) => ({
        title: procedures.find((one) => one.startsWith(code))?.slice(9) ?? code,
        field: 'Hộ tịch',
      }),
      unit: unitName,
    },
    home: () => null,
  });
  const switchDesk = openSwitchDesk({ store: test.store.switches, board, places });
  const common = { gate, unitName, speak, onError };
  const officers = consoleRoutes({
    api: frameRoutes(),
    figures: figuresRoutes({ ...common, desk }),
    switches: switchRoutes({ ...common, desk: switchDesk, board }),
    page: consolePageRoutes({ isSignedIn: async () => true }),
  });
  const assistant = createAssistant({ steps: [], speak, store: test.store });
  const web = createWebServer({ assistant, speak, switches: board, console: officers, onError });
  const app = express().use(serveBuilt('console'), web);
  server = await new Promise((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const address = server.address();
  site = await browseAt(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
  staff.province = await signInTestStaff(test, { role: 'supervisor', unit: '01', name: 'Minh' });
  staff.admin = await signInTestStaff(test, { role: 'admin', unit: '01', name: 'Hà' });
}, 180_000);
afterAll(async () => {
  await site?.stop();
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
  await board?.stop();
  await test?.close();
}, 30_000);

async function openAs(who: string, path: string, viewport: { width: number; height: number }) {
  const visit = await site.open('/health', { viewport });
  const [name = '', value = ''] = staff[who]!.cookie.split('=');
  await visit.page.context().addCookies([{ name, value, url: site.base }]);
  await visit.page.goto(`${site.base}${path}`);
  return visit;
}

const sizes = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
];
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

describe.each(sizes)('the figures at $width px', (viewport) => {
  it('say what they are of, how each is counted, and hold every number in a table too', async () => {
    const { page, troubles } = await openAs('province', '/console/so-lieu', viewport);
    await page.getByRole('heading', { level: 1, name: 'Số liệu' }).waitFor();
    await page.getByText('Của Thành phố Hà Nội').waitFor();
    const figures = await page.locator('.figure').count();
    expect(figures).toBeGreaterThan(9);
    await eventually(async () => expect(await page.locator('.figure-how').count()).toBe(figures));
    const table = page.getByRole('table', { name: 'Câu hỏi đi đến đâu' });
    await eventually(async () => expect(await table.getByRole('row', { name: /Trả lời được/ }).count()).toBe(1));
    expect(await fits(page)).toBe(true);
    expect(await complaints(page)).toEqual([]);
    await picture(page, `figures-${viewport.width}`);
    expect(troubles).toEqual([]);
  });

  it('are chosen by the address: a week, a commune, a channel', async () => {
    const { page, troubles } = await openAs('province', '/console/so-lieu', viewport);
    await page.getByRole('combobox', { name: 'Xã, phường' }).selectOption({ label: 'Phường Ngọc Hà' });
    await page.getByText('Của Phường Ngọc Hà').waitFor();
    await eventually(async () => expect(page.url()).toMatch(/xa=00008/));
    await page.getByRole('combobox', { name: 'Kênh' }).selectOption('zalo-bot');
    await page.getByRole('link', { name: 'Tuần trước' }).click();
    await page.getByRole('link', { name: 'Tuần sau' }).waitFor();
    await eventually(async () => expect(page.url()).toMatch(/tuan=\d{4}-W\d{2}.*xa=00008.*kenh=zalo-bot/));
    await page.reload();
    await page.getByText('Của Phường Ngọc Hà').waitFor();
    expect(troubles).toEqual([]);
  });
});

describe.each(sizes)('switches at $width px', (viewport) => {
  it('a supervisor turns a channel of his off with a reason, sees it at the top, and on again', async () => {
    const { page, troubles } = await openAs('province', '/console/tat-mo', viewport);
    const card = page.getByRole('region', { name: 'Điện thoại' });
    await card.getByText('Tắt…').click();
    await eventually(async () =>
      expect(await page.getByRole('region', { name: 'Trợ lý (tất cả các kênh)' }).count()).toBe(0),
    );
    await card.getByLabel('Ở đâu').selectOption({ label: 'Thành phố Hà Nội' });
    await card.getByRole('textbox', { name: /Lý do/ }).fill('Đường dây hỏng');
    await card.getByRole('button', { name: 'Tắt ngay' }).click();
    await card.getByText('Đang tắt ở Thành phố Hà Nội').waitFor();
    expect(board.isOff('hotline', '00008', new Date())).toBe(true);
    expect(await complaints(page)).toEqual([]);
    expect(await fits(page)).toBe(true);
    await picture(page, `switches-${viewport.width}`);
    await card.getByRole('textbox', { name: /Lý do/ }).first().fill('Đã sửa');
    await card.getByRole('button', { name: 'Mở lại' }).click();
    await card.getByText('Đang mở').waitFor();
    expect(board.isOff('hotline', '00008', new Date())).toBe(false);
    expect(troubles).toEqual([]);
  });

  it('a banner is seen before it is published; then citizens see it, with and without JavaScript', async () => {
    const { page, troubles } = await openAs('admin', '/console/tat-mo', viewport);
    const words = `Bão số 9: quầy đóng cửa chiều nay (${viewport.width}).`;
    await page.getByLabel(/Nội dung tiếng Việt/).fill(words);
    await page.getByLabel(/Nội dung tiếng Anh/).fill('Storm 9: closed this afternoon.');
    await page.getByLabel('Mức độ').selectOption('danger');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByRole('heading', { name: 'Người dân sẽ thấy' }).waitFor();
    expect(await complaints(page)).toEqual([]);
    const plain = await site.open('/', { viewport, javaScriptEnabled: false });
    await eventually(async () => expect(await plain.page.getByText(words).count()).toBe(0));
    await page.getByRole('button', { name: 'Đăng', exact: true }).click();
    await page.getByText('Đã đăng thông báo.').waitFor();
    await page.getByRole('alert').filter({ hasText: words }).waitFor();
    await plain.page.reload();
    await eventually(async () => expect(await plain.page.getByRole('alert').innerText()).toMatch(words));
    const chat = await site.open('/', { viewport });
    await chat.page.locator('.banners .banner-danger').filter({ hasText: words }).waitFor();
    expect(await fits(chat.page)).toBe(true);
    expect(await complaints(chat.page)).toEqual([]);
    await page.getByRole('button', { name: 'Gỡ xuống' }).click();
    await page.getByText('Đã gỡ thông báo.').waitFor();
    await plain.page.reload();
    await eventually(async () => expect(await plain.page.getByText(words).count()).toBe(0));
    expect(troubles).toEqual([]);
  });
});
