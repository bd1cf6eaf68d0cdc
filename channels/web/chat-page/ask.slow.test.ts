import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../../pages/eventually.ts';
import { ask, complaints, openSite, picture, type Site } from './browser.ts';

const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
] as const;

jest.setTimeout(60_000);

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 180_000);
afterAll(() => site.stop(), 30_000);

describe.each(sizes)('the chat page at $width px', (viewport) => {
  it('welcomes as a machine, with examples, the desk and the way to a person', async () => {
    const { page, troubles } = await site.open('/', { viewport });
    await page.locator('.desk strong').waitFor();
    await eventually(async () =>
      expect(await page.locator('.opening-line').innerText()).toMatch('máy trả lời tự động'),
    );
    await eventually(async () => expect(await page.getByRole('button', { name: 'Gặp cán bộ' }).isVisible()).toBe(true));
    expect(await complaints(page)).toEqual([]);
    await eventually(async () =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width),
    );
    if (viewport.width !== 768) await picture(page, `welcome-${viewport.width}`);
    expect(troubles).toEqual([]);
  });

  it('answers with what was asked first, then by a chip, then a follow-up that leaves the subject out', async () => {
    const { page, troubles } = await site.open('/chat', { viewport });
    await ask(page, 'Làm khai sinh cho con cần giấy tờ gì?');
    const first = page.locator('.card').first();
    await eventually(async () => expect(await first.locator('.facet').innerText()).toBe('Giấy tờ'));
    await eventually(async () => expect(await first.locator('.card-title').innerText()).toMatch('khai sinh'));
    await eventually(async () => expect(await first.locator('.list-label').first().innerText()).toBe('Giấy tờ cần có'));
    if (viewport.width !== 768) await picture(page, `answer-${viewport.width}`);
    await first.getByRole('button', { name: 'Lệ phí' }).click();
    const second = page.locator('.card').nth(1);
    await second.waitFor();
    await eventually(async () => expect(await second.locator('.facet').innerText()).toBe('Lệ phí'));
    await ask(page, 'thế bao lâu xong?');
    const third = page.locator('.card').nth(2);
    await eventually(async () => expect(await third.locator('.facet').innerText()).toBe('Thời gian'));
    await eventually(async () => expect(await third.locator('.code').innerText()).toMatch('1.001193'));
    expect(await complaints(page)).toEqual([]);
    for (const chip of await page.locator('.chip').all())
      expect((await chip.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
    expect(troubles).toEqual([]);
  });

  it('offers the other forms of a procedure beside the common one', async () => {
    const { page } = await site.open('/chat', { viewport });
    await ask(page, 'đăng ký tạm trú');
    const forms = page.locator('.chip-group', { hasText: 'Dạng khác' });
    await eventually(async () => expect(await forms.getByRole('button').count()).toBeGreaterThan(0));
  });

  it('shows where the answer comes from in a drawer; Esc closes it and the focus goes back', async () => {
    const { page, troubles } = await site.open('/chat', { viewport });
    await ask(page, 'lệ phí đăng ký kết hôn');
    const opener = page.getByRole('button', { name: 'Xem nguồn' });
    await opener.click();
    const drawer = page.getByRole('dialog', { name: 'Câu trả lời lấy từ đâu' });
    await eventually(async () =>
      expect(await drawer.innerText()).toMatch(/Lệ phí[\s\S]*1\.000894[\s\S]*Ngày kiểm tra\s+\d{2}\/\d{2}\/\d{4}/),
    );
    await eventually(async () =>
      expect(await drawer.getByRole('link').getAttribute('href')).toMatch(/^https:\/\/dichvucong\.gov\.vn\//),
    );
    expect(await complaints(page)).toEqual([]);
    if (viewport.width === 360) await picture(page, 'source-360');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(troubles).toEqual([]);
  });

  it('shows what was written as text, whatever it looks like', async () => {
    const { page, troubles } = await site.open('/chat', { viewport });
    const attack = '<img src=x onerror="document.title=1"><script>document.title=2</script> khai sinh';
    await ask(page, attack);
    await eventually(async () => expect(await page.locator('.bubble').innerText()).toContain(attack));
    await eventually(async () => expect(await page.locator('.log img, .log script').count()).toBe(0));
    await eventually(async () => expect(await page.title()).toBe('Hỏi Một Cửa'));
    expect(troubles).toEqual([]);
  });

  it('puts the number to call within one press in an emergency', async () => {
    const { page } = await site.open('/chat', { viewport });
    await ask(page, 'nhà tôi đang cháy');
    await eventually(async () =>
      expect(await page.locator('.card-emergency').getByRole('link').first().getAttribute('href')).toBe('tel:114'),
    );
    expect(await complaints(page)).toEqual([]);
  });

  it('keeps its heading and finds nothing amiss in a frame of another page', async () => {
    const { page, troubles } = await site.open('/chat?embed=1&unit=00004&lang=en', { viewport });
    await ask(page, 'fee to register a birth');
    await eventually(async () => expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1));
    expect(await complaints(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
