/** A held answer in real browsers: the rule, the citizen, two officers, and what an editor finds of it. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../../pages/eventually.ts';
import { ask, type VisitedPage } from '../../web/chat-page/browser.ts';
import { type Officer, openRealSite, type RealSite } from '../page/test/real-site.ts';

jest.setTimeout(180_000);

const wide = { width: 1280, height: 900 };
let real: RealSite;
let lan: Officer;
let minh: Officer;
let inbox: VisitedPage;
beforeAll(async () => {
  real = await openRealSite();
  lan = await real.officer({ name: 'Lan' });
  minh = await real.officer({ name: 'Minh' });
  inbox = await lan.open('/console', { viewport: wide });
  await inbox.page.getByRole('heading', { name: 'Hộp việc' }).first().waitFor();
  for (const { staff } of [lan, minh]) await becomeAvailable(staff.headers);
}, 240_000);
afterAll(() => real?.stop(), 60_000);

async function becomeAvailable(headers: Readonly<Record<string, string>>) {
  const url = `${real.site.base}/console/api/presence`;
  const { status } = await fetch(url, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ state: 'available' }),
  });
  expect(status).toBeLessThan(300);
}

const openTalk = async (who: Officer, citizen: Page): Promise<VisitedPage> => {
  const code = /Mã của câu hỏi: ([A-Z0-9]{3}-[A-Z0-9]{3})/.exec(await citizen.locator('.log').innerText())?.[1] ?? '';
  const visited = await who.open(`/console?ma=${code}`, { viewport: wide });
  await visited.page.getByRole('heading', { name: 'Câu trả lời của trợ lý đang chờ' }).waitFor();
  return visited;
};
const hears = (citizen: Page, text: RegExp) => citizen.locator('.log').getByText(text).first().waitFor();

describe('an answer held for an officer', () => {
  it('is set by a supervisor for his own unit', async () => {
    const boss = await real.officer({ name: 'Hoa', role: 'supervisor' });
    const { page, troubles } = await boss.open('/console/duyet-truoc', { viewport: wide });
    await page.getByLabel('Trả lời đủ').check();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText(/Trả lời đủ\. Chờ nhiều nhất 5 phút\. Hoa đặt/).waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('reaches the citizen in the name of the first of two who press, and is kept for the editors in the same click', async () => {
    const citizen = await real.citizen();
    await ask(citizen.page, 'đăng ký khai sinh cho con cần giấy tờ gì');
    await hears(citizen.page, /nhờ cán bộ xem lại/);
    const one = await openTalk(lan, citizen.page);
    const two = await openTalk(minh, citizen.page);
    await one.page.locator('.held-card .answer-sources').first().waitFor({ state: 'attached' });
    expect((await new AxeBuilder({ page: one.page }).include('.held-panel').analyze()).violations).toEqual([]);
    await one.page.getByRole('button', { name: 'Gửi và lưu làm kiến thức' }).click();
    await one.page.getByText('Biên tập viên đã nhận bản nháp').waitFor();
    await hears(citizen.page, /Cán bộ Lan đã kiểm tra câu trả lời này/);
    await two.page.getByText('Lan đã duyệt và gửi.').waitFor();
    await eventually(async () => expect(await two.page.getByRole('button', { name: 'Gửi như vậy' }).count()).toBe(0));
    const drafts = await real.test.database.query('select kind, author_name, content from editorial_draft');
    expect(drafts).toMatchObject([{ kind: 'way', author_name: 'Lan', content: { target: '1.001193' } }]);
    const shown = await citizen.page.locator('.log').innerText();
    expect(shown).toContain('Nguồn:');
    expect(one.troubles).toEqual([]);
    expect(citizen.troubles).toEqual([]);
  });

  it('is changed before it goes out, and the bot speaks again afterwards', async () => {
    const citizen = await real.citizen();
    await ask(citizen.page, 'thủ tục đăng ký kết hôn cần giấy tờ gì');
    await hears(citizen.page, /nhờ cán bộ xem lại/);
    const { page } = await openTalk(lan, citizen.page);
    await page.getByRole('button', { name: 'Sửa rồi gửi' }).click();
    await page.getByLabel('Lời gửi người dân').fill('Anh chị mang căn cước của cả hai người.');
    await page.getByRole('button', { name: 'Gửi lời đã sửa' }).click();
    await hears(citizen.page, /mang căn cước của cả hai người/);
    await hears(citizen.page, /đã trao đổi xong/);
    await page.getByText('Lan đã duyệt và gửi.').waitFor();
  });
});
