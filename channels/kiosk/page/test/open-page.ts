/** For browser tests of the kiosk: the small server, the Chromium that comes from npm, and the ways through the page. */
import { browseAt, type Site, type VisitedPage } from '../../../web/chat-page/browser.ts';
import type { Office } from '../../api/schemas.ts';
import { ensureKioskBuilt } from '../ensure-built.ts';
import { startTestKiosk, type TestKiosk } from './kiosk-server.ts';

export const upright = { width: 1080, height: 1920 };
export const wide = { width: 1920, height: 1080 };
export const sizes = [
  ['1080×1920', upright],
  ['1920×1080', wide],
] as const;

export interface OpenKiosk {
  readonly kiosk: TestKiosk;
  readonly site: Site;
  open(options?: Parameters<Site['open']>[1], path?: string): Promise<VisitedPage>;
  stop(): Promise<void>;
}

export async function openKioskSite(office: Partial<Office> = {}): Promise<OpenKiosk> {
  await ensureKioskBuilt();
  const kiosk = await startTestKiosk(office);
  const site = await browseAt(kiosk.base);
  return {
    kiosk,
    site,
    async open(options = { viewport: upright }, path = '/kiosk') {
      const visited = await site.open(path, options);
      await visited.page.locator('.most-button').first().waitFor();
      return visited;
    },
    async stop() {
      await site.stop();
      await kiosk.stop();
    },
  };
}

type Page = VisitedPage['page'];

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Asks by the field; resolves when the answer is there. */
export async function askBy(page: Page, question: string): Promise<void> {
  if (await page.locator('.frame-idle').count()) await page.locator('.invite').click();
  else await press(page, 'Hỏi câu khác');
  await page.locator('.field input').fill(question);
  await press(page, 'Hỏi');
  await page.locator('.asked-words').waitFor();
  await page.locator('.waiting').waitFor({ state: 'detached' });
}

/** To the covered dossier: the code, then the one-time code. */
export async function proveDossier(page: Page): Promise<void> {
  await page.locator('.tile', { hasText: 'Hồ sơ đã nộp' }).click();
  await page.locator('.field input').fill('H38.12-261103-0077');
  await press(page, 'Tìm hồ sơ');
  await page.locator('.secret').waitFor();
  for (const figure of '246810') await page.locator('.keys-figures .key', { hasText: figure }).first().click();
  await press(page, 'Gửi mã');
  await page.locator('.hold-button').waitFor();
}

export const atIdle = (page: Page) => page.locator('.frame-idle').waitFor();

/** Lets the page's own time pass, in steps that leave real calls the time to come back. */
export async function pass(page: Page, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await page.clock.runFor(1_000);
    await page.evaluate(() => fetch('/kiosk/api/guides').then((reply) => reply.text()));
  }
}
