/** Microsoft's Web Chat, as published, in Chromium on another origin: what its user sees. */
import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import chromiumFiles from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Step } from '../../../../bot/index.ts';
import { eventually } from '../../../pages/eventually.ts';
import { openTestWire, type TestWire } from '../test-wire.ts';
import { packedPackage } from './packed-package.ts';

const bundle = await packedPackage('botframework-webchat@4.18.1');

/** The wire's address is known only later: the page gets it in its own. */
const page = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Web Chat</title>
<style>html, body, #chat { height: 100%; margin: 0 }</style><div id="chat" role="main"></div>
<script src="/webchat.js"></script><script>
const { domain, token } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
window.sockets = [];
window.WebSocket = class extends WebSocket { constructor(...all) { super(...all); window.sockets.push(this); } };
window.WebChat.renderWebChat({ directLine: window.WebChat.createDirectLine({ domain, token }), locale: 'vi-VN' }, document.getElementById('chat'));
</script></html>`;

const serveBundle = () =>
  new Promise<{ server: Server; origin: string }>((resolve) => {
    const server = createServer((request, response) => {
      if (request.url === '/webchat.js') {
        response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
        createReadStream(join(bundle ?? '', 'dist', 'webchat.js')).pipe(response);
      } else response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page);
    }).listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` });
    });
  });

(bundle ? describe : describe.skip)('Web Chat', () => {
  let wire: TestWire;
  let browser: Browser;
  let files: { server: Server; origin: string };
  let chat: Page;
  const asked: string[] = [];
  let thinkMs = 0;
  const think: Step = {
    name: 'think',
    run: async (turn) => {
      await new Promise((resolve) => setTimeout(resolve, thinkMs));
      return { next: turn };
    },
  };
  const said = (text: string | RegExp) => chat.locator('.webchat__basic-transcript').getByText(text).first();
  const bubbles = () => chat.locator('.webchat__bubble__content').count();

  beforeAll(async () => {
    files = await serveBundle();
    wire = await openTestWire({ firstStep: think, settings: { allowedOrigins: [files.origin] } });
    browser = await chromium.launch({
      executablePath: await chromiumFiles.executablePath(),
      args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    });
    const { body } = await wire.call('POST', '/api/token');
    chat = await browser.newPage({ locale: 'vi-VN' });
    chat.on('request', (request) => asked.push(request.url()));
    chat.on('websocket', (socket) => asked.push(socket.url()));
    await chat.goto(
      `${files.origin}/#${new URLSearchParams({ domain: `${wire.url}/v3/directline`, token: body.token })}`,
    );
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    files?.server.close();
    await wire?.close();
  });
  const type = async (text: string) => {
    await chat.locator('[data-id="webchat-sendbox-input"]').fill(text);
    await chat.keyboard.press('Enter');
  };

  it('is welcomed, in a Vietnamese interface', async () => {
    await said(/máy trả lời tự động/).waitFor({ timeout: 20_000 });
    await eventually(async () =>
      expect(await chat.locator('[data-id="webchat-sendbox-input"]').getAttribute('placeholder')).toMatch(/tin nhắn/i),
    );
  }, 30_000);

  it('sends a message that is drawn as the citizen’s own and not as failed, and draws the answer', async () => {
    await type('Làm khai sinh cho con cần giấy tờ gì?');
    await said(/Tờ khai/).waitFor({ timeout: 20_000 });
    const own = chat.locator('.webchat__bubble--from-user');
    await own.filter({ hasText: 'Làm khai sinh' }).first().waitFor();
    await eventually(async () => expect(await chat.getByText(/Thử lại/).count()).toBe(0));
  }, 30_000);

  it('sees that an answer is being written, until it is there', async () => {
    thinkMs = 2_000;
    await type('lệ phí bao nhiêu?');
    await chat.locator('.webchat__typing-indicator').waitFor({ timeout: 10_000 });
    await chat.locator('.webchat__typing-indicator').waitFor({ state: 'detached', timeout: 10_000 });
    thinkMs = 0;
    await said(/Lệ phí:/).waitFor();
  }, 30_000);

  it('presses a chip, which speaks in the citizen’s name', async () => {
    const before = await bubbles();
    const chip = chat.locator('.webchat__suggested-actions__item-box, .webchat__suggested-action').first();
    await chip.waitFor();
    await chip.click();
    await chat.waitForFunction(
      (count) => document.querySelectorAll('.webchat__bubble__content').length >= count + 2,
      before,
      { timeout: 20_000 },
    );
  }, 30_000);

  it('is told politely that files are not taken', async () => {
    const input = chat.locator('input[type=file]').first();
    await input.setInputFiles({ name: 'cccd.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') });
    await chat.locator('.webchat__send-box__main button').last().click();
    await said(/chưa nhận được tệp/).waitFor({ timeout: 20_000 });
  }, 30_000);

  it('comes back after its socket was cut: nothing lost, nothing twice', async () => {
    const sockets = () =>
      chat.evaluate(() => (window as unknown as { sockets: WebSocket[] }).sockets.map((one) => one.readyState));
    const before = await bubbles();
    await chat.evaluate(() => (window as unknown as { sockets: WebSocket[] }).sockets.at(-1)?.close());
    await type('đăng ký kết hôn cần giấy tờ gì?');
    // It waits 3 to 15 seconds before it opens the next socket: the answer is there before that.
    await chat.waitForFunction(
      (count) => document.querySelectorAll('.webchat__bubble__content').length >= count + 2,
      before,
      { timeout: 40_000 },
    );
    expect(await sockets()).toEqual([3, 1]);
    await chat.waitForTimeout(1000);
    expect(await bubbles()).toBe(before + 2);
    const own = chat.locator('.webchat__bubble--from-user').filter({ hasText: 'đăng ký kết hôn cần giấy tờ gì?' });
    await eventually(async () => expect(await own.count()).toBe(1));
    await eventually(async () => expect(await chat.getByText(/Thử lại/).count()).toBe(0));
  }, 60_000);

  it('asked no host but the two that it was given', () => {
    const hosts = new Set(asked.filter((url) => /^(http|ws)/.test(url)).map((url) => new URL(url).host));
    expect([...hosts].toSorted()).toEqual([new URL(files.origin).host, new URL(wire.url).host].toSorted());
  });
});
