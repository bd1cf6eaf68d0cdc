import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { askBy, atIdle, type OpenKiosk, openKioskSite, press, upright, wide } from './test/open-page.ts';

jest.setTimeout(120_000);

let all: OpenKiosk;
beforeAll(async () => {
  all = await openKioskSite();
}, 180_000);
afterAll(() => all.stop(), 30_000);

const conversation = () => [...all.kiosk.desk.talks.keys()].at(-1) ?? '';

describe('a visit at the kiosk', () => {
  it('begins with an invitation: whose office, whether it is open, what others ask', async () => {
    const { page, troubles } = await all.open();
    expect(await page.locator('h1').innerText()).toMatch('Phường Thí Dụ');
    expect(await page.locator('.open-now').innerText()).toMatch(/Đang mở cửa · Hôm nay: 7 giờ 30/);
    expect(await page.getByText('Em là trợ lý tự động').count()).toBe(1);
    expect(await page.locator('.most-button').count()).toBe(6);
    expect(all.kiosk.desk.heard).not.toContain('POST /kiosk/api/visits');
    expect(troubles).toEqual([]);
  });

  it('takes a question from the keys on the screen, in Vietnamese', async () => {
    const { page, troubles } = await all.open();
    await page.locator('.invite').click();
    const key = (sign: string) => page.locator('.key', { hasText: new RegExp(`^${sign}$`) }).first();
    for (const sign of 'khai') await key(sign).click();
    await press(page, 'Dấu cách');
    for (const sign of 'ddeer') await key(sign).click();
    expect(await page.locator('.field input').inputValue()).toBe('khai để');
    await press(page, 'huyền');
    expect(await page.locator('.field input').inputValue()).toBe('khai đề');
    await press(page, 'Xóa');
    await press(page, 'Hỏi');
    await page.locator('.piece-title').waitFor();
    expect(await page.locator('.asked-words').innerText()).toBe('khai đ');
    expect(troubles).toEqual([]);
  });

  it('shows an answer page by page, all of it, and nothing has to be scrolled', async () => {
    for (const viewport of [upright, wide]) {
      const { page } = await all.open({ viewport });
      await askBy(page, 'làm khai sinh cho cháu');
      const next = page.getByRole('button', { name: 'Tiếp', exact: true });
      let seen = '';
      for (let pages = 1; ; pages += 1) {
        expect(pages).toBeLessThan(12);
        seen += await page.locator('.paged-box').innerText();
        const fits = await page.locator('.paged-box').evaluate((box) => box.scrollHeight <= box.clientHeight + 1);
        expect([viewport.width, pages, fits]).toEqual([viewport.width, pages, true]);
        if (await next.isDisabled()) break;
        await next.click();
      }
      for (const part of ['Giấy chứng sinh', 'Giấy chứng nhận kết hôn', 'Quá 60 ngày', 'ngay trong ngày làm việc'])
        expect(seen).toMatch(part);
      await page.context().close();
    }
  });

  it('goes on by large buttons, and a choice among procedures is one press', async () => {
    const { page } = await all.open();
    await askBy(page, 'mất giấy khai sinh');
    expect(await page.locator('.options h2').innerText()).toBe('Ông/bà chọn một việc');
    await press(page, 'Đăng ký lại khai sinh');
    await page.getByText('Lệ phí bao nhiêu?').waitFor();
    await page.getByRole('button', { name: 'Xem thêm' }).click();
    await page.getByText('Khai sinh có yếu tố nước ngoài').waitFor();
  });

  it('gives the papers to carry away and to print, on a roll and on a sheet', async () => {
    const { page, troubles } = await all.open();
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
    });
    await askBy(page, 'làm khai sinh cho cháu');
    await press(page, 'Mang danh sách về');
    await page.locator('.code-sign').waitFor();
    expect(await page.locator('.qr img').getAttribute('alt')).toMatch('Mã QR');
    expect(await page.locator('.code').innerText()).toMatch(/K7M-2QX[\s\S]*4821 0937[\s\S]*29\/11\/2026/);
    for (const [button, points] of [
      ['In phiếu nhỏ', 226.77],
      ['In khổ A4', 595.28],
    ] as const) {
      await press(page, button);
      await page.locator('html[data-printed]').waitFor({ state: 'attached' });
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.print').innerText()).toMatch('Giấy chứng sinh');
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const width = Number(/\/MediaBox\s*\[\s*0 0 ([\d.]+)/.exec(pdf)?.[1]);
      expect(Math.abs(width - points)).toBeLessThan(2);
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => {
        document.documentElement.removeAttribute('data-printed');
        dispatchEvent(new Event('afterprint'));
      });
      await page.locator('.print').waitFor({ state: 'detached' });
    }
    expect(troubles).toEqual([]);
  });

  it('opens a list by the short code that the hotline told', async () => {
    const { page } = await all.open();
    await page.locator('.tile', { hasText: 'Mở danh sách' }).click();
    await page.locator('.field input').fill('aaa-111');
    await press(page, 'Mở');
    await page.getByText('Không có danh sách nào mang mã này').waitFor();
    await page.locator('.field input').fill('k7m2qx');
    await press(page, 'Mở');
    await page.locator('.code-sign').waitFor();
    expect(await page.locator('.list').innerText()).toMatch('Giấy chứng sinh');
  });

  it('gives a number for a counter, and shows where it is', async () => {
    const { page } = await all.open();
    await page.locator('.tile', { hasText: 'Lấy số thứ tự' }).click();
    await page.locator('.choice', { hasText: 'Quầy 2' }).click();
    expect(await page.locator('.taken-number').innerText()).toBe('A207');
    expect(await page.locator('.taken').innerText()).toMatch('Còn 3 người trước ông/bà');
    await press(page, 'Xem trên sơ đồ');
    await page.locator('.plan .here').waitFor();
    expect(await page.locator('.plan .here').getAttribute('data-counter')).toBe('2');
    expect(await page.locator('.counter-here').innerText()).toMatch('Quầy cần đến');
  });

  it('leads to a person: code, place, counter, and his words as he writes them', async () => {
    const { page } = await all.open();
    await askBy(page, 'làm khai sinh cho cháu');
    await press(page, 'Gặp cán bộ');
    await page.locator('.place-code').waitFor();
    expect(await page.locator('.place').innerText()).toMatch(/K7M-2QX[\s\S]*đứng thứ 2[\s\S]*Mời ông\/bà ra Quầy 1/);
    all.kiosk.desk.say(conversation(), {
      from: { id: 'officer', role: 'bot' },
      text: 'Chào bà, mời bà mang giấy chứng sinh ra đây ạ.',
      channelData: { officer: true, name: 'Trần Văn Thử' },
    });
    await page.getByText('mời bà mang giấy chứng sinh').waitFor();
    expect(await page.locator('.words-by').innerText()).toBe('Cán bộ Trần Văn Thử');
    expect(await page.getByRole('log').getAttribute('aria-live')).toBe('polite');
    await press(page, 'Nhắn cho cán bộ');
    await page.locator('.field input').fill('dạ tôi ra ngay');
    await press(page, 'Gửi');
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.field input')?.value === '');
  });

  it('is rated by five faces, each with its words', async () => {
    const { page } = await all.open();
    await askBy(page, 'làm khai sinh cho cháu');
    await press(page, 'Chấm điểm');
    const sent = page.waitForRequest('**/rating');
    await press(page, 'Rất hài lòng');
    expect((await sent).postDataJSON()).toEqual({ stars: 5 });
    await page.getByText('Em cảm ơn ông/bà!').waitFor();
    expect(await page.locator('.face-button').allInnerTexts()).toEqual([
      'Rất không hài lòng',
      'Không hài lòng',
      'Bình thường',
      'Hài lòng',
      'Rất hài lòng',
    ]);
  });

  it('speaks English when asked, and the next visitor is greeted in Vietnamese again', async () => {
    const { page } = await all.open();
    await press(page, 'English');
    await page.getByText('Touch here to ask').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await press(page, 'Finish');
    await page.getByText('Chạm vào đây để hỏi').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
  });

  it('shows the emergency numbers large, and those of an answer', async () => {
    const { page } = await all.open();
    await press(page, 'Khẩn cấp');
    for (const number of ['113', '114', '115', '111', '112'])
      await page.locator('.sos strong', { hasText: number }).waitFor();
    const px = await page
      .locator('.sos strong')
      .first()
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    expect(px).toBeGreaterThanOrEqual(96);
    await press(page, 'Xong');
    await atIdle(page);
    await askBy(page, 'có người ngất cần cấp cứu');
    expect(await page.locator('.number').innerText()).toMatch(/115\s+Cấp cứu/);
  });

  it('registers the device by the key in the address, which is gone at once', async () => {
    const { page } = await all.open({ viewport: upright }, '/kiosk#key=device-key-of-the-hall-1');
    expect(new URL(page.url()).hash).toBe('');
    expect(all.kiosk.desk.heard).toContain('POST /kiosk/api/device');
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  });
});
