import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { staffRights } from '../../../bot/index.ts';
import { eventually } from '../../pages/eventually.ts';
import { browseAt, complaints, picture, type Site } from '../../web/chat-page/browser.ts';
import type { CopilotEvent } from '../copilot/schemas.ts';
import { ensureConsoleBuilt } from './ensure-built.ts';
import { officerOf, openTestDesk, type TestDesk } from './test/test-desk.ts';
import { ago, answered, entryOf, handOffOf, talkOf } from './test/test-talks.ts';

jest.setTimeout(120_000);

const wide = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };
const talks = () => [
  talkOf({
    handOff: handOffOf({ askedAt: ago(12), dueAt: ago(-3) }),
    entries: [
      entryOf({ at: ago(14), text: 'Bố tôi mới mất, làm giấy chứng tử mất bao nhiêu tiền, bao giờ có?' }),
      answered({ at: ago(14) }),
    ],
  }),
];

const step = (number: number, more: Partial<Extract<CopilotEvent, { kind: 'step' }>['step']>): CopilotEvent => ({
  kind: 'step',
  step: { number, tool: 'search', words: '', state: 'begun', found: null, ms: null, ...more },
});
const source = {
  code: '1.000656',
  title: 'Thủ tục đăng ký khai tử',
  url: 'https://dichvucong.gov.vn/x',
  checkedOn: '2026-11-21',
};
const steps: readonly CopilotEvent[] = [
  step(1, { words: 'đăng ký khai tử' }),
  step(1, { words: 'đăng ký khai tử', state: 'done', found: '4 thủ tục', ms: 66 }),
  step(2, { tool: null, state: 'refused', found: 'không có cách tra này', ms: 0 }),
];
const draft: CopilotEvent = {
  kind: 'draft',
  draft: {
    ...{ end: 'written', codes: ['1.000656'], steps: 3, modelCalls: 3, ms: 4200, receipt: 'phieu.dau' },
    sentences: [
      { text: 'Dạ, em trả lời ông/bà như sau.', caught: [], sources: [] },
      {
        text: 'Lệ phí do Hội đồng nhân dân tỉnh quyết định; đăng ký đúng hạn được miễn.',
        caught: [],
        sources: [source],
      },
      { text: 'Lệ phí là 50.000 đồng.', caught: ['figure'], sources: [] },
    ],
    fields: [{ text: 'Nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo.', caught: [], sources: [source] }],
  },
};

let site: Site;
let desk: TestDesk;
beforeAll(async () => {
  await ensureConsoleBuilt();
  site = await browseAt('http://127.0.0.1');
}, 120_000);
afterAll(() => site?.stop(), 30_000);
afterEach(() => desk?.close(), 30_000);

const open = async (path: string, viewport = wide): Promise<Page> => {
  const { page } = await site.open(new URL(path, desk.base).href, { viewport });
  await page.locator('.main > *').first().waitFor();
  return page;
};
const openPanel = async (page: Page) => {
  await page.locator('#claim').click();
  await page.getByText('Anh/chị đã nhận cuộc này').waitFor();
  await page.getByRole('button', { name: 'Trợ lý soạn' }).click();
  const panel = page.getByRole('dialog', { name: 'Nhờ trợ lý soạn' });
  await panel.waitFor();
  return panel;
};

describe('the co-pilot in a talk', () => {
  it('shows each step, then sentences with their sources and what was cut; the officer edits it and sends it himself', async () => {
    desk = await openTestDesk(officerOf(), talks());
    desk.copilot = [...steps, draft];
    const page = await open(`/console/cuoc/${talks()[0]?.handOff.id}`);
    const panel = await openPanel(page);
    await panel.getByRole('button', { name: 'Soạn nháp' }).click();
    await panel.getByText('Đã soạn xong').waitFor();
    const text = await panel.innerText();
    expect(text).toMatch(/Tìm thủ tục: «đăng ký khai tử». Thấy 4 thủ tục. 0,1 giây./);
    expect(text).toContain('Nguồn: Thủ tục đăng ký khai tử (1.000656)');
    expect(text).toContain('Đã gạch bỏ: có con số không có trong bản ghi.');
    expect(await panel.locator('del').innerText()).toBe('Lệ phí là 50.000 đồng.');
    const box = panel.getByLabel('Sửa trước khi dùng');
    expect(await box.inputValue()).not.toContain('50.000');
    expect(await complaints(page)).toEqual([]);
    await picture(page, 'console-copilot');
    await box.fill('Dạ, lệ phí do tỉnh quyết định ạ.');
    await panel.getByRole('button', { name: 'Đưa vào ô soạn' }).click();
    await eventually(async () =>
      expect(await page.locator('#compose').inputValue()).toBe('Dạ, lệ phí do tỉnh quyết định ạ.'),
    );
    expect(desk.asked.filter(({ path }) => path.endsWith('/messages'))).toEqual([]);
    const used = desk.asked.find(({ path }) => path === '/copilot/used');
    expect(used?.body).toEqual({ receipt: 'phieu.dau' });
    await page.locator('#compose').press('Enter');
    await page.locator('.log, .talk-log').getByText('lệ phí do tỉnh quyết định').first().waitFor();
  });

  it('ends when the officer stops it, and keeps what was shown', async () => {
    desk = await openTestDesk(officerOf(), talks());
    desk.copilot = [...steps, new Promise(() => {})];
    const page = await open(`/console/cuoc/${talks()[0]?.handOff.id}`);
    const panel = await openPanel(page);
    await panel.getByRole('button', { name: 'Soạn nháp' }).click();
    await panel.getByText('Thấy 4 thủ tục').waitFor();
    await panel.getByRole('button', { name: 'Dừng' }).click();
    await panel.getByText('Đã dừng.').waitFor();
    expect(await panel.innerText()).toContain('Thấy 4 thủ tục');
    await eventually(async () => expect(desk.left).toEqual(['/copilot/runs']));
  });

  it('says what to do when it cannot be asked', async () => {
    desk = await openTestDesk(officerOf(), talks());
    desk.refuse('/copilot/runs', { status: 429, code: 'too-many', message: 'Anh/chị thao tác nhanh quá. Mời chờ.' });
    const page = await open(`/console/cuoc/${talks()[0]?.handOff.id}`);
    const panel = await openPanel(page);
    await panel.getByRole('button', { name: 'Soạn nháp' }).click();
    await panel.getByText('thao tác nhanh quá').waitFor();
  });

  it('works by the keyboard on a phone, and is as wide as the screen', async () => {
    desk = await openTestDesk(officerOf(), talks());
    desk.copilot = [...steps, draft];
    const page = await open(`/console/cuoc/${talks()[0]?.handOff.id}`, phone);
    const panel = await openPanel(page);
    await panel.getByLabel('Anh/chị cần soạn hoặc tra gì?').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await panel.getByText('Đã soạn xong').waitFor();
    // The focus is on the result: the next stop is its first link.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Đã soạn xong');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await complaints(page)).toEqual([]);
    await picture(page, 'console-copilot-360');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
  });

  it('is not there where no model is set', async () => {
    desk = await openTestDesk({ ...officerOf(), hasCopilot: false }, talks());
    const page = await open(`/console/cuoc/${talks()[0]?.handOff.id}`);
    await page.getByRole('button', { name: 'Mẫu trả lời' }).or(page.locator('.compose-tools')).first().waitFor();
    expect(await page.getByRole('button', { name: 'Trợ lý soạn' }).count()).toBe(0);
  });
});

describe('the co-pilot beside the search', () => {
  it('reads no talk, and gives a text to copy', async () => {
    desk = await openTestDesk(officerOf(), []);
    desk.copilot = [...steps, draft];
    const page = await open('/console/tra-cuu');
    await page.getByLabel('Anh/chị cần soạn hoặc tra gì?').fill('Lệ phí khai tử');
    await page.getByRole('button', { name: 'Soạn nháp' }).click();
    await page.getByRole('button', { name: 'Sao chép' }).waitFor();
    expect(desk.asked.find(({ path }) => path === '/copilot/runs')?.body).toEqual({
      text: 'Lệ phí khai tử',
      handOffId: null,
    });
    expect(await complaints(page)).toEqual([]);
  });
});

const caught = {
  items: [
    {
      id: '00000000-0000-4000-8000-0000000000d1',
      at: '2026-11-22T02:00:00.000Z',
      ...{ purpose: 'word', model: 'qwen3', draft: 'Lệ phí là 50.000 đồng. Chắc chắn được duyệt.' },
      caught: [
        { rule: 'figure', sentence: 0, because: '50000' },
        { rule: 'promise', sentence: 1, because: 'chắc chắn' },
      ],
      codes: ['1.000656'],
      ...{ verdict: null, judgedBy: null, judgedAt: null },
      records: [
        { code: '1.000656', title: 'Đăng ký khai tử', lines: ['Lệ phí: miễn phí khi đúng hạn.', 'Giấy báo tử'] },
      ],
    },
  ],
  counts: [{ day: '2026-11-22', rule: 'figure', count: 3 }],
  older: null,
};

describe('what the checks caught, for editors', () => {
  it.each([
    ['1280', wide],
    ['360', phone],
  ])('at %s px: the draft beside the record, why, and a verdict', async (name, viewport) => {
    desk = await openTestDesk(officerOf({ role: 'editor' }, staffRights.editor), []);
    desk.answers.set('/editorial/caught', caught);
    desk.answers.set('/editorial/caught/00000000-0000-4000-8000-0000000000d1', {});
    const page = await open('/console/bi-chan', viewport);
    await page.getByText('Lệ phí là 50.000 đồng').waitFor();
    expect(await page.locator('main').innerText()).toMatch(/Câu 2: hứa kết quả. Dấu hiệu: «chắc chắn»/);
    expect(await complaints(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await picture(page, `console-caught-${name}`);
    await page.getByRole('button', { name: 'Chặn nhầm' }).click();
    await eventually(async () =>
      expect(desk.asked.find(({ method }) => method === 'PUT')).toMatchObject({
        path: '/editorial/caught/00000000-0000-4000-8000-0000000000d1',
        body: { verdict: 'wrongly-caught' },
      }),
    );
    await page.getByLabel('Lý do chặn').selectOption('promise');
    await eventually(async () => expect(desk.asked.at(-1)?.path).toBe('/editorial/caught'));
  });

  it('goes to older ones and back; another filter begins at the newest', async () => {
    const before = '2026-11-20T02:00:00.000Z';
    const olderItem = { ...caught.items[0], id: '00000000-0000-4000-8000-0000000000d2', draft: 'Bản cũ: miễn phí.' };
    desk = await openTestDesk(officerOf({ role: 'editor' }, staffRights.editor), []);
    desk.answers.set('/editorial/caught', { ...caught, older: before });
    const oldQuery = new URLSearchParams({ verdict: 'open', before });
    desk.answers.set(`/editorial/caught?${oldQuery}`, { ...caught, items: [olderItem] });
    const page = await open('/console/bi-chan');
    await page.getByRole('button', { name: 'Xem cũ hơn' }).click();
    await page.getByText('Bản cũ: miễn phí.').waitFor();
    await page.getByRole('button', { name: 'Xem cũ hơn' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Về bản mới nhất' }).click();
    await page.getByText('Lệ phí là 50.000 đồng').waitFor();
    await page.getByRole('button', { name: 'Xem cũ hơn' }).click();
    await page.getByText('Bản cũ: miễn phí.').waitFor();
    await page.getByLabel('Lý do chặn').selectOption('promise');
    await page.getByText('Lệ phí là 50.000 đồng').waitFor();
    await page.getByRole('button', { name: 'Về bản mới nhất' }).waitFor({ state: 'detached' });
  });
});
