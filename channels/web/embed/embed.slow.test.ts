/** The embed on a portal of another origin, in Chromium. */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import chromiumFiles from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { eventually } from '../../pages/eventually.ts';
import { openTestWire, type TestWire } from '../direct-line/test-wire.ts';

const portalPage = (host: string, data: string) =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cổng thông tin phường</title><h1>Phường Thí Dụ</h1>
<a href="#x">Tin tức</a><script src="${host}/embed.js" ${data} defer></script></html>`;

describe('the embed on a portal', () => {
  let wire: TestWire;
  let browser: Browser;
  let portal: Server;
  let origin = '';
  beforeAll(async () => {
    portal = createServer((request, response) => {
      // As strict as a portal may be: nothing inline, and only our host beside its own.
      const policy = `default-src 'self'; script-src ${wire.url}; frame-src ${wire.url}`;
      const data = request.url === '/en' ? 'data-lang="en"' : 'data-unit="26740" data-lang="vi"';
      response.setHeader('Content-Type', 'text/html').setHeader('Content-Security-Policy', policy);
      response.end(portalPage(wire.url, data));
    });
    origin = await new Promise((resolve) => {
      portal.listen(0, '127.0.0.1', () => {
        const address = portal.address();
        resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
      });
    });
    wire = await openTestWire({ settings: { allowedOrigins: [origin] } });
    browser = await chromium.launch({
      executablePath: await chromiumFiles.executablePath(),
      args: ['--no-sandbox', '--disable-gpu'],
    });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    portal?.close();
    await wire?.close();
  });

  async function visit(address: string, asked: string[] = []): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => asked.push(`error ${error.message}`));
    await page.goto(address);
    await page.locator('#hoi-mot-cua button').waitFor();
    return page;
  }
  const button = (page: Page) => page.locator('#hoi-mot-cua button');
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

  it('asks for the script alone until it is opened, then for the chat of this commune and language', async () => {
    const asked: string[] = [];
    const page = await visit(origin, asked);
    expect(asked.filter((url) => !url.endsWith('favicon.ico'))).toEqual([`${origin}/`, `${wire.url}/embed.js`]);
    await eventually(async () => expect(await button(page).getAttribute('aria-expanded')).toBe('false'));
    await button(page).click();
    const frame = page.frameLocator('#hoi-mot-cua iframe');
    await frame.locator('textarea, input[name=q]').first().waitFor();
    expect(asked).toContain(`${wire.url}/chat?embed=1&unit=26740&lang=vi`);
    await eventually(async () => expect(await button(page).textContent()).toBe('Đóng'));
    expect(await page.context().cookies()).toEqual([]);
    await page.close();
  }, 60_000);

  it('is opened and closed by keyboard alone, and the focus comes back', async () => {
    const page = await visit(`${origin}/en`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('hoi-mot-cua');
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await button(page).getAttribute('aria-expanded')).toBe('true'));
    await button(page).focus();
    await page.keyboard.press('Escape');
    await eventually(async () => expect(await button(page).getAttribute('aria-expanded')).toBe('false'));
    await eventually(async () => expect(await page.locator('#hoi-mot-cua #panel').isVisible()).toBe(false));
    expect(await focused(page)).toBe('hoi-mot-cua');
    await page.close();
  }, 60_000);

  it('is closed by Esc pressed inside the frame, and by no other page’s word', async () => {
    const page = await visit(origin);
    await button(page).click();
    const frame = page.frameLocator('#hoi-mot-cua iframe');
    await frame.locator('textarea, input[name=q]').first().waitFor();
    await page.evaluate(() => window.postMessage('hoi-mot-cua:close', '*'));
    await page.waitForTimeout(100);
    await eventually(async () => expect(await button(page).getAttribute('aria-expanded')).toBe('true'));
    await frame.locator('textarea').press('Escape');
    await page.locator('#hoi-mot-cua button[aria-expanded=false]').waitFor();
    await page.close();
  }, 60_000);

  it('is shown in no frame of a site that was not named', async () => {
    const stranger = createServer((_request, response) =>
      response.setHeader('Content-Type', 'text/html').end(portalPage(wire.url, '')),
    );
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const address = stranger.address();
    const page = await visit(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    await button(page).click();
    await page.waitForTimeout(1500);
    await eventually(async () =>
      expect(await page.frameLocator('#hoi-mot-cua iframe').locator('textarea, input[name=q]').count()).toBe(0),
    );
    await page.close();
    stranger.close();
  }, 60_000);
});
