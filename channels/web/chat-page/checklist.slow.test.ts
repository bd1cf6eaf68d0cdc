import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../../pages/eventually.ts';
import { ask, complaints, openSite, picture, type Site } from './browser.ts';

jest.setTimeout(60_000);

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 180_000);
afterAll(() => site.stop(), 30_000);

const viewport = { width: 360, height: 740 };

async function openList(options = {}) {
  const visited = await site.open('/chat', { viewport, ...options });
  await ask(visited.page, 'Làm khai sinh cho con cần giấy tờ gì?');
  await visited.page.getByRole('button', { name: 'Danh sách để chuẩn bị' }).click();
  return { ...visited, list: visited.page.getByRole('dialog', { name: 'Giấy tờ cần chuẩn bị' }) };
}

describe('the list of papers', () => {
  it('is ticked, counted, and kept on the device by its code', async () => {
    const { page, list, troubles } = await openList();
    await list.getByRole('checkbox').first().check();
    await eventually(async () => expect(await list.getByText('Đã có 1 trong').isVisible()).toBe(true));
    expect(await complaints(page)).toEqual([]);
    await picture(page, 'checklist-360');
    await page.reload();
    await page.getByRole('button', { name: 'Tùy chọn' }).click();
    await page.getByRole('button', { name: 'Đăng ký khai sinh' }).click();
    await eventually(async () => expect(await list.getByRole('checkbox').first().isChecked()).toBe(true));
    const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    expect(kept).toMatch('1.001193');
    await list.getByRole('button', { name: 'Xóa danh sách này' }).click();
    await eventually(async () => expect(await page.evaluate(() => localStorage.getItem('hmc.checklists'))).toBe('[]'));
    expect(troubles).toEqual([]);
  });

  it('is copied as text', async () => {
    const { page, list } = await openList({ permissions: ['clipboard-read', 'clipboard-write'] });
    await list.getByRole('checkbox').first().check();
    await list.getByRole('button', { name: 'Sao chép' }).click();
    await list.getByText('Đã sao chép').waitFor();
    await eventually(async () =>
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\[x\] Giấy chứng sinh[\s\S]*\[ \] /),
    );
  });

  it('is printed alone, without what can only be pressed', async () => {
    const { page, list } = await openList();
    await page.emulateMedia({ media: 'print' });
    await list.getByText('Giấy chứng sinh').first().waitFor();
    for (const gone of ['.top', '.talk', '.foot', '.dialog .card-actions'])
      await eventually(async () => expect(await page.locator(gone).first().isVisible()).toBe(false));
    expect((await page.pdf()).length).toBeGreaterThan(5_000);
  });
});

describe('starting anew', () => {
  it('clears the talk on this device after asking once more, and keeps the lists', async () => {
    const { page, list } = await openList();
    await list.getByRole('checkbox').first().check();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Tùy chọn' }).click();
    await page.getByRole('button', { name: 'Xóa cuộc trò chuyện trên máy này' }).click();
    const anew = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Xóa và bắt đầu lại' }).click();
    await anew;
    await page.locator('.bubble').waitFor({ state: 'detached' });
    await eventually(async () => expect(await page.evaluate(() => sessionStorage.getItem('hmc.session'))).toBeNull());
    await eventually(async () =>
      expect(await page.evaluate(() => localStorage.getItem('hmc.checklists'))).toMatch('1.001193'),
    );
  });
});

describe('an opinion on an answer', () => {
  it('says why when it is not a good one', async () => {
    const { page, troubles } = await site.open('/chat', { viewport });
    await ask(page, 'lệ phí khai sinh');
    await page.getByRole('button', { name: 'Chưa được' }).click();
    await page.getByLabel('Khó hiểu').check();
    expect(await complaints(page)).toEqual([]);
    const sent = page.waitForRequest('**/api/feedback');
    await page.getByRole('button', { name: 'Gửi góp ý' }).click();
    expect((await sent).postDataJSON()).toMatchObject({ verdict: 'down', reason: 'unclear' });
    await page.getByText('Cảm ơn ông/bà đã góp ý.').waitFor();
    expect(troubles).toEqual([]);
  });
});

describe('the way to a person', () => {
  it('is one press away and answered with his place and a code', async () => {
    const { page } = await site.open('/chat', { viewport });
    await page.getByRole('button', { name: 'Gặp cán bộ' }).click();
    await page.locator('.card-handed-off').waitFor();
    await eventually(async () =>
      expect(await page.locator('.card-handed-off').innerText()).toMatch(
        /đứng thứ 1[\s\S]*Mã của câu hỏi: \w{3}-\w{3}/,
      ),
    );
  });
});
