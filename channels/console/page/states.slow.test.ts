import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../../pages/eventually.ts';
import { browseAt, complaints, type Site } from '../../web/chat-page/browser.ts';
import { ensureConsoleBuilt } from './ensure-built.ts';
import { officerOf, openTestDesk, type TestDesk } from './test/test-desk.ts';
import { ago, answered, entryOf, handOffOf, talkOf } from './test/test-talks.ts';
import type { Talk } from './wire/wire-types.ts';

jest.setTimeout(60_000);

const wide = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const minh = { id: id(9), name: 'Minh' };

const freshTalks = (): readonly Talk[] => {
  const at = Date.now();
  const since = (minutes: number) => ago(minutes, at);
  return [
    talkOf({
      handOff: handOffOf({ askedAt: since(12), dueAt: since(-3) }),
      entries: [
        entryOf({ at: since(14) }),
        answered({ at: since(14) }),
        entryOf({ id: 'e3', position: 3, at: since(12), text: 'cho tôi gặp người thật' }),
      ],
    }),
    talkOf({
      handOff: handOffOf({
        id: id(2),
        code: 'P4Q-9RT',
        channel: 'zalo-bot',
        cause: 'complaint',
        askedAt: since(31),
        dueAt: since(1),
        labels: ['gấp'],
      }),
      entries: [
        entryOf({ at: since(31), text: 'nói hoài không ai trả lời' }),
        entryOf({ id: 'o1', position: 2, at: since(20), speaker: 'officer', by: 'Hoa', delivery: 'ambiguous' }),
        entryOf({ id: 'o2', position: 3, at: since(19), speaker: 'officer', by: 'Hoa', delivery: 'failed' }),
      ],
    }),
    talkOf({
      handOff: handOffOf({ id: id(3), state: 'call-back', cause: 'needs-judgement', dueAt: since(-60) }),
      contactMasked: '090****011',
    }),
  ];
};

let site: Site;
let desk: TestDesk;
beforeAll(async () => {
  await ensureConsoleBuilt();
  site = await browseAt('http://127.0.0.1');
}, 120_000);
afterAll(() => site.stop(), 30_000);
afterEach(() => desk.close(), 30_000);

async function visit(path: string, { viewport = wide, ...options }: Parameters<Site['open']>[1] = {}) {
  const { page, troubles } = await site.open(new URL(path, desk.base).href, { viewport, ...options });
  await page.locator('.main > *').first().waitFor();
  return { page, troubles: () => troubles.filter((one) => !one.startsWith('outside:')) };
}

const isAsWideAsTheScreen = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], summary, input:not(.hidden), select, label.choice')]
      .filter((one) => one.checkVisibility() && !one.closest('.hidden, .skip, .choice, .answer-sources'))
      .filter((one) => one.getBoundingClientRect().height < 43.5)
      .map((one) => one.outerHTML.slice(0, 90)),
  );

const claimFirst = async (page: Page) => {
  await page.locator('#claim').click();
  await page.getByText('Anh/chị đã nhận cuộc này').waitFor();
};

describe('the inbox', () => {
  it('shows what is due first, and says why, by which channel and for how long', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    const { page, troubles } = await visit('/console');
    await page.locator('.item').nth(2).waitFor();
    const first = await page.locator('.item').first().innerText();
    expect(first).toMatch(/Người dân phàn nàn[\s\S]*quá hạn 1 phút[\s\S]*Zalo \(bot\)[\s\S]*chờ 31 phút/);
    await eventually(async () => expect(await page.title()).toBe('(3) Hộp việc · Bàn cán bộ'));
    expect(await complaints(page)).toEqual([]);
    expect(troubles()).toEqual([]);
  });

  it('hears at once that somebody else has come to wait', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    const { page } = await visit('/console');
    await page.locator('.item').nth(2).waitFor();
    desk.talks.push(talkOf({ handOff: handOffOf({ id: id(4), cause: 'distress' }) }));
    desk.hint({ kind: 'hand-off', id: id(4) });
    await page.locator('.item').nth(3).waitFor();
    await eventually(async () =>
      expect(await page.locator('.said-line').innerText()).toMatch('Người dân đang gặp khó'),
    );
    await eventually(async () => expect(await page.title()).toMatch(/^\(4\)/));
  });

  it('is narrowed by filters that stand in the address', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    desk.answers.set('/units', []);
    const { page } = await visit('/console');
    await page.getByRole('button', { name: 'Lọc', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Lọc hộp việc' });
    expect(await complaints(page)).toEqual([]);
    await sheet.getByLabel('Nhãn').selectOption('gấp');
    await sheet.getByRole('button', { name: 'Lọc', exact: true }).click();
    await page.getByRole('button', { name: 'Lọc (1)' }).waitFor();
    await eventually(async () => expect(await page.locator('.item').count()).toBe(1));
    await page.reload();
    await page.locator('.item').first().waitFor();
    await eventually(async () => expect(await page.locator('.item').count()).toBe(1));
  });

  it('is worked through by the keyboard alone', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    const { page } = await visit('/console');
    await page.locator('.item').nth(2).waitFor();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Làm việc bằng bàn phím' });
    await sheet.waitFor();
    expect(await complaints(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /K7M-3TX/ }).waitFor();
    await page.keyboard.press('c');
    await page.getByText('Anh/chị đã nhận cuộc này').waitFor();
    await page.keyboard.type('Chào bà');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('bà ở phường nào ạ?');
    await page.keyboard.press('Enter');
    await page.locator('.said-officer', { hasText: 'bà ở phường nào' }).waitFor();
    await eventually(async () => expect(await page.locator('#compose').inputValue()).toBe(''));
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.keyboard.type('đã hỏi nơi ở');
    await page.keyboard.press('Enter');
    await page.locator('.internal-note', { hasText: 'đã hỏi nơi ở' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('.nothing-chosen').waitFor();
  });
});

describe('an open talk', () => {
  it('tells citizen, bot and officer apart, with what the bot had said and from where', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    const { page, troubles } = await visit(`/console/cuoc/${id(1)}`);
    const bot = page.locator('.said-bot');
    await eventually(async () => expect(await bot.innerText()).toMatch(/Trợ lý tự động[\s\S]*Giấy chứng sinh/));
    await bot.getByText('Nguồn người dân được xem (1)').click();
    await eventually(async () =>
      expect(await bot.getByRole('link').getAttribute('href')).toMatch(/^https:\/\/dichvucong\.gov\.vn\//),
    );
    await eventually(async () =>
      expect(await page.locator('.aside').innerText()).toMatch(/1\.001193: giấy tờ, nơi nộp/),
    );
    expect(await complaints(page)).toEqual([]);
    expect(troubles()).toEqual([]);
  });

  it('says what became of each word, and what to do about it', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    const { page } = await visit(`/console/cuoc/${id(2)}`);
    await eventually(async () =>
      expect(await page.locator('.delivery-bad').allInnerTexts()).toEqual([
        expect.stringContaining('Đừng gửi lại ngay'),
        expect.stringContaining('Không gửi được'),
      ]),
    );
    await claimFirst(page);
    await page.locator('#compose').fill('Chào anh');
    await page.keyboard.press('Enter');
    await page.getByText('Đang chờ gửi qua kênh').waitFor();
    desk.talks = desk.talks.map((talk) => ({
      ...talk,
      entries: talk.entries.map((entry) => (entry.delivery === 'queued' ? { ...entry, delivery: 'sent' } : entry)),
    }));
    desk.hint({ kind: 'hand-off', id: id(2) });
    await page.getByText('Đã gửi', { exact: true }).waitFor();
  });

  it('is lost to whoever was quicker, by name', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    const { page } = await visit(`/console/cuoc/${id(1)}`);
    await page.locator('#claim').waitFor();
    desk.change(id(1), { state: 'owned', owner: minh, fence: 1 });
    await page.locator('#claim').click();
    await page.getByText('Minh đã nhận cuộc này trước.').waitFor();
    await eventually(async () =>
      expect(await page.locator('.claim-other').innerText()).toBe('Minh đang trả lời cuộc này.'),
    );
    await eventually(async () => expect(await page.locator('.send').getAttribute('aria-disabled')).toBe('true'));
  });

  it('keeps what was typed when it is lost, and takes no more words', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    const { page } = await visit(`/console/cuoc/${id(1)}`);
    await claimFirst(page);
    await page.locator('#compose').fill('Bà mang giấy chứng sinh');
    desk.change(id(1), { state: 'owned', owner: minh, fence: 2 });
    desk.hint({ kind: 'hand-off', id: id(1) });
    await page.getByRole('alert').waitFor();
    await eventually(async () => expect(await page.getByRole('alert').innerText()).toMatch('Minh đang trả lời'));
    await eventually(async () => expect(await page.locator('#compose').inputValue()).toBe('Bà mang giấy chứng sinh'));
    await page.locator('#compose').press('Enter');
    expect(desk.asked.filter(({ path }) => path.endsWith('/messages'))).toEqual([]);
    expect(await complaints(page)).toEqual([]);
  });

  it('gives back words that were on their way when it was lost', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    const { page } = await visit(`/console/cuoc/${id(1)}`);
    await claimFirst(page);
    desk.refuse('/messages', { status: 409, code: 'lost', message: 'Không còn.', by: 'Minh' });
    await page.locator('#compose').fill('Bà mang giấy chứng sinh');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Đưa lại vào ô trả lời' }).click();
    await eventually(async () => expect(await page.locator('#compose').inputValue()).toBe('Bà mang giấy chứng sinh'));
  });

  it('loses no word by a bad line or a reload', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    const { page } = await visit(`/console/cuoc/${id(1)}`);
    await claimFirst(page);
    desk.cut(true);
    await page.getByText('Đường truyền chập chờn').waitFor();
    await page.locator('#compose').fill('Bà mang giấy chứng sinh');
    await page.keyboard.press('Enter');
    await page.locator('.said-outgoing', { hasText: 'Đang gửi' }).waitFor();
    await page.locator('#compose').fill('và căn cước');
    desk.cut(false);
    await page.reload();
    await page.locator('.said-officer:not(.said-outgoing)', { hasText: 'Bà mang giấy chứng sinh' }).waitFor();
    await eventually(async () => expect(await page.locator('.said-officer').count()).toBe(1));
    await eventually(async () => expect(await page.locator('#compose').inputValue()).toBe('và căn cước'));
  });

  it('shows what the citizen types, to the eye alone', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    const { page } = await visit(`/console/cuoc/${id(1)}`);
    await page.locator('#claim').waitFor();
    desk.hint({ kind: 'typing', id: id(1), text: 'tôi muốn hỏi' });
    await page.getByText('Người dân đang gõ: tôi muốn hỏi').waitFor();
    await eventually(async () =>
      expect(await page.locator('.citizen-typing').getAttribute('aria-hidden')).toBe('true'),
    );
  });

  it('is written to with pictures, canned replies and what was looked up', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    desk.answers.set('/canned', [
      { id: 'chao', title: 'Lời chào', text: 'Chào ông/bà, tôi là cán bộ hộ tịch.' },
      { id: 'phi', title: 'Lệ phí', text: 'Đăng ký khai sinh không mất lệ phí.' },
    ]);
    desk.answers.set('/search', searched);
    const { page, troubles } = await visit(`/console/cuoc/${id(1)}`);
    await claimFirst(page);
    await page.getByRole('button', { name: 'Câu mẫu' }).click();
    await page.getByLabel('Tìm câu mẫu').fill('le phi');
    await eventually(async () => expect(await page.locator('.canned-one').count()).toBe(1));
    expect(await complaints(page)).toEqual([]);
    await page.getByRole('button', { name: 'Chèn câu này' }).click();
    await eventually(async () =>
      expect(await page.locator('#compose').inputValue()).toBe('Đăng ký khai sinh không mất lệ phí.'),
    );
    await page.getByRole('button', { name: 'Tra cứu' }).click();
    await page.getByLabel('Hỏi như người dân hỏi').fill('khai sinh');
    await page.keyboard.press('Enter');
    await page.locator('.official-legal').waitFor();
    await eventually(async () => expect(await page.locator('.official-changes').innerText()).toMatch('Từ 01/7/2025'));
    expect(await complaints(page)).toEqual([]);
    await page.getByRole('button', { name: 'Chèn vào câu trả lời' }).click();
    await eventually(async () =>
      expect(await page.locator('#compose').inputValue()).toMatch(/không mất lệ phí\. Điều 13/),
    );
    await page.locator('input[type="file"]').setInputFiles({
      name: 'mau.png',
      mimeType: 'image/png',
      buffer: Buffer.from('89504e470d0a1a0a', 'hex'),
    });
    await page.getByRole('button', { name: 'Bỏ ảnh 1' }).waitFor();
    await page.locator('.send').click();
    await page.locator('.said-officer img').waitFor();
    expect(desk.asked.find(({ path }) => path.endsWith('/messages'))?.body).toMatchObject({
      pictureIds: [expect.any(String)],
    });
    expect(troubles()).toEqual([]);
  });

  it('goes to a colleague with a word, and ends the claim', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    desk.answers.set('/colleagues', [
      { member: { ...officerOf().member, id: id(9), name: 'Minh' }, presence: 'available' },
    ]);
    const { page } = await visit(`/console/cuoc/${id(1)}`);
    await claimFirst(page);
    await page.getByRole('button', { name: 'Chuyển', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Chuyển cuộc này' });
    await dialog.getByText('Minh').click();
    await dialog.getByLabel('Lời nhắn cho người nhận').fill('đã xem giấy chứng sinh');
    expect(await complaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Chuyển', exact: true }).click();
    await page.getByText('Đã chuyển. Người dân được báo').waitFor();
    expect(desk.asked.find(({ path }) => path.endsWith('/transfer'))?.body).toEqual({
      fence: 1,
      to: { staffId: id(9) },
      note: 'đã xem giấy chứng sinh',
    });
    await page.locator('#claim').waitFor();
  });

  it('is finished after a word of what the citizen will hear, and shows the rating', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    const { page } = await visit(`/console/cuoc/${id(1)}`);
    await claimFirst(page);
    await page.getByRole('button', { name: 'Kết thúc' }).click();
    const dialog = page.getByRole('dialog', { name: 'Kết thúc' });
    await eventually(async () => expect(await dialog.innerText()).toMatch('được mời chấm điểm'));
    await dialog.getByRole('button', { name: 'Kết thúc' }).click();
    await page.getByText('Người dân chưa chấm.').waitFor();
    desk.change(id(1), { rating: { stars: 4, word: 'nhanh gọn' } });
    desk.hint({ kind: 'hand-off', id: id(1) });
    await page.getByText('Người dân viết: «nhanh gọn»').waitFor();
    expect(await complaints(page)).toEqual([]);
  });

  it('shows a contact and a dossier only for a reason', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    const { page } = await visit(`/console/cuoc/${id(3)}`);
    await eventually(async () => expect(await page.locator('.contact').innerText()).toBe('090****011'));
    await page.getByRole('button', { name: 'Xem số đầy đủ' }).click();
    expect(desk.asked.some(({ path }) => path.endsWith('/contact'))).toBe(false);
    await page.getByLabel('Xem để làm gì? Việc xem được ghi vào nhật ký.').fill('gọi lại theo hẹn');
    await page.getByRole('button', { name: 'Xem số đầy đủ' }).click();
    await page.getByText('0900000011').waitFor();
    await eventually(async () =>
      expect(await page.getByRole('link', { name: 'Gọi', exact: true }).getAttribute('href')).toBe('tel:0900000011'),
    );
  });
});

describe('whoever may less', () => {
  it('sees no view and no tool of what he may not do', async () => {
    desk = await openTestDesk(officerOf({}, ['see-inbox']), freshTalks());
    const { page } = await visit(`/console/cuoc/${id(3)}`);
    await page.locator('.talk-head').waitFor();
    await eventually(async () => expect(await page.locator('#claim').count()).toBe(0));
    await eventually(async () => expect(await page.getByRole('button', { name: 'Xem số đầy đủ' }).count()).toBe(0));
    await eventually(async () => expect(await page.getByText('Hồ sơ', { exact: true }).count()).toBe(0));
    await eventually(async () => expect(await page.getByRole('link', { name: 'Tra cứu' }).count()).toBe(0));
    await page.goto(`${desk.base}/console/tra-cuu`);
    await page.getByRole('heading', { name: 'Không có mục này' }).waitFor();
    expect(await complaints(page)).toEqual([]);
  });
});

describe('a session that is over', () => {
  it('says so over what was typed, and leads back to it', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    const { page } = await visit(`/console/cuoc/${id(1)}`);
    await claimFirst(page);
    await page.locator('#compose').fill('Bà mang giấy chứng sinh');
    desk.signedIn = false;
    desk.hint({ kind: 'hand-off', id: id(1) });
    await page.getByRole('link', { name: 'Đăng nhập lại' }).waitFor();
    await eventually(async () =>
      expect(await page.getByRole('link', { name: 'Đăng nhập lại' }).getAttribute('href')).toBe(
        `/console/dang-nhap?ve=${encodeURIComponent(`/console/cuoc/${id(1)}`)}`,
      ),
    );
    await eventually(async () => expect(await page.locator('#compose').inputValue()).toBe('Bà mang giấy chứng sinh'));
    expect(await complaints(page)).toEqual([]);
  });
});

describe('presence', () => {
  it('is changed with a reason', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    const { page } = await visit('/console');
    await page.getByRole('button', { name: /Sẵn sàng/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Tình trạng làm việc' });
    await dialog.getByLabel('Tạm vắng').check();
    await dialog.getByRole('textbox', { name: 'Lý do' }).fill('họp đến 10 giờ');
    expect(await complaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('button', { name: /Tạm vắng/ }).waitFor();
    expect(desk.asked.find(({ method }) => method === 'PUT')?.body).toEqual({
      state: 'away',
      reason: 'họp đến 10 giờ',
    });
  });
});

describe('a phone', () => {
  it('has the list and the talk as two screens, and everything under a thumb', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    const { page, troubles } = await visit('/console', { viewport: phone, hasTouch: true });
    await page.locator('.item').nth(2).waitFor();
    expect(await smallTargets(page)).toEqual([]);
    expect(await complaints(page)).toEqual([]);
    await page.locator('.item-link').nth(1).tap();
    await page.locator('.talk-head').waitFor();
    await eventually(async () => expect(await page.locator('.list-pane').isVisible()).toBe(false));
    await claimFirst(page);
    await page.locator('#compose').fill('Chào bà');
    await page.locator('.send').tap();
    await page.locator('.said-officer', { hasText: 'Chào bà' }).waitFor();
    expect(await smallTargets(page)).toEqual([]);
    expect(await complaints(page)).toEqual([]);
    await page.getByRole('button', { name: 'Việc khác' }).tap();
    await page.getByRole('button', { name: 'Về cuộc này' }).tap();
    await page.getByRole('dialog', { name: 'Về cuộc này' }).waitFor();
    expect(await complaints(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Về danh sách' }).tap();
    await eventually(async () => expect(await page.locator('.list-pane').isVisible()).toBe(true));
    await eventually(async () => expect(await page.locator('.talk-pane').count()).toBe(0));
    expect(troubles()).toEqual([]);
  });

  it('opens the talk that a notice names, and answers it at once', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    const { page } = await visit(`/console/cuoc/${id(2)}`, { viewport: phone, hasTouch: true });
    await eventually(async () => expect(await page.locator('#claim').isVisible()).toBe(true));
    await eventually(async () =>
      expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true),
    );
  });

  it.each([320, 360])('of %i px scrolls nothing sideways, in any view', async (width) => {
    desk = await openTestDesk(officerOf(), freshTalks());
    for (const path of ['/console', `/console/cuoc/${id(1)}`, `/console/cuoc/${id(2)}`, '/console/tra-cuu']) {
      const { page } = await visit(path, { viewport: { width, height: 640 } });
      await page.locator('.item:visible, .talk-head, .search-form').first().waitFor();
      expect([path, await isAsWideAsTheScreen(page)]).toEqual([path, true]);
      await page.context().close();
    }
  });
});

describe('zoom', () => {
  it('of 200 % at 1280 px and of 400 % leaves everything reachable', async () => {
    desk = await openTestDesk(officerOf(), freshTalks());
    for (const viewport of [
      { width: 640, height: 400 },
      { width: 320, height: 256 },
    ]) {
      const { page } = await visit(`/console/cuoc/${id(1)}`, { viewport });
      await page.locator('.talk-head').waitFor();
      expect(await isAsWideAsTheScreen(page)).toBe(true);
      await page.locator('#claim').scrollIntoViewIfNeeded();
      await claimFirst(page);
      await page.locator('.send').scrollIntoViewIfNeeded();
      expect(await complaints(page)).toEqual([]);
      await page.context().close();
      await desk.close();
      desk = await openTestDesk(officerOf(), freshTalks());
    }
  });
});

const searched = {
  answer: answered().answer,
  procedure: {
    code: '1.001193',
    title: 'Đăng ký khai sinh',
    field: 'Hộ tịch',
    url: 'https://dichvucong.gov.vn/',
    sections: [
      { kind: 'legal', title: 'Căn cứ pháp lý', blocks: [{ kind: 'say', text: 'Luật Hộ tịch số 60/2014/QH13.' }] },
      { kind: 'changes', title: 'Thay đổi từ 01/7/2025', blocks: [{ kind: 'say', text: 'Từ 01/7/2025 nộp tại xã.' }] },
    ],
    citation: 'Điều 13, Luật Hộ tịch số 60/2014/QH13',
  },
  others: [],
};
