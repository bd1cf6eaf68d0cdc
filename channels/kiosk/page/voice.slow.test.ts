import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { atIdle, type OpenKiosk, openKioskSite, press } from './test/open-page.ts';
import { stubVoices } from './test/stub-voices.ts';

jest.setTimeout(120_000);

let all: OpenKiosk;
beforeAll(async () => {
  all = await openKioskSite();
}, 180_000);
afterAll(() => all.stop(), 30_000);

/** The page in a browser whose voices are stubs at the edge of its own interfaces. */
async function openWith(voices: Parameters<typeof stubVoices>[0]): Promise<Page> {
  const { page } = await all.site.open('/health', { viewport: { width: 1080, height: 1920 } });
  await page.addInitScript(stubVoices, voices);
  await page.goto(`${all.kiosk.base}/kiosk`);
  await page.locator('.invite').click();
  return page;
}

const said = (page: Page) => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);

describe('asking by voice', () => {
  it('shows what was understood, to be corrected, and reads the answer aloud to whoever spoke', async () => {
    const page = await openWith({ recognition: 'làm khai sinh cho cháu', voice: true });
    await press(page, 'Bấm rồi nói');
    await page.getByText('Đúng thì bấm “Hỏi”').waitFor();
    expect(await page.locator('.field input').inputValue()).toBe('làm khai sinh cho cháu');
    await press(page, 'Hỏi');
    await page.getByRole('button', { name: 'Dừng đọc' }).waitFor();
    expect((await said(page)).join(' ')).toMatch('em đọc câu trả lời đây ạ');
    await press(page, 'Dừng đọc');
    await page.getByRole('button', { name: 'Nghe lại' }).waitFor();
    expect(await page.evaluate(() => (globalThis as unknown as { cancelled: number }).cancelled)).toBeGreaterThan(0);
  });

  it('says in plain words that it heard nothing, may not listen, or cannot', async () => {
    for (const [error, words] of [
      ['no-speech', 'Em chưa nghe thấy gì'],
      ['not-allowed', 'chưa được phép dùng micro'],
      ['audio-capture', 'Micro đang trục trặc'],
    ] as const) {
      const page = await openWith({ recognition: { error }, voice: false });
      await press(page, 'Bấm rồi nói');
      await page.getByText(words).waitFor();
      expect(await page.locator('.speak-said').getAttribute('role')).toBe('status');
      await page.context().close();
    }
  });

  it('records, shows how loud it is, and asks our own port where the browser has no recognition', async () => {
    const page = await openWith({ recognition: null, voice: false, tone: true });
    await press(page, 'Bấm rồi nói');
    await page.locator('.meter .lit').first().waitFor();
    const sent = page.waitForRequest('**/speech/listen');
    await page.getByRole('button', { name: 'Nói xong rồi' }).click();
    expect((await sent).headers()['content-type']).toBe('audio/wav');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.field input')?.value === 'làm khai sinh cho cháu',
    );
    const tracks = await page.evaluate(() =>
      (globalThis as unknown as { tracks: MediaStreamTrack[] }).tracks.map(({ readyState }) => readyState),
    );
    expect(tracks).toEqual(['ended']);
  });

  it('reads by our own voice where the browser has none that speaks Vietnamese', async () => {
    const page = await openWith({ recognition: null, voice: false });
    await page.locator('.field input').fill('làm khai sinh cho cháu');
    await press(page, 'Hỏi');
    await page.locator('.piece-title').waitFor();
    const asked = page.waitForRequest('**/speech/say');
    await press(page, 'Nghe lại');
    expect((await asked).postDataJSON()).toMatchObject({ text: 'Dạ, em đọc câu trả lời đây ạ.' });
    await press(page, 'Xong');
    await atIdle(page);
  });
});
