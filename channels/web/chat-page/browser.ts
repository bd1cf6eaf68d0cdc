/** For browser tests: the real program on a free port with a folder of its own, and the Chromium that comes from npm. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import chromiumFiles from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const root = join(import.meta.dirname, '..', '..', '..');
const startWithinMs = 120_000;

export interface Site {
  /** `http://localhost:PORT`. */
  readonly base: string;
  readonly browser: Browser;
  /** A page in a context of its own. What goes wrong in it is in `troubles`: errors, refused content, outside requests. */
  open(path: string, options?: BrowserContextOptions): Promise<VisitedPage>;
  /** Closes the browser, and ends what was started for it. */
  stop(): Promise<void>;
}

/** A browser for a program that runs already. */
export async function browseAt(base: string): Promise<Site> {
  const browser = await startChromium();
  return {
    base,
    browser,
    open: (path, options) => visit(browser, base, { path, ...(options ? { options } : {}) }),
    stop: () => browser.close(),
  };
}

export interface VisitedPage {
  readonly page: Page;
  readonly troubles: readonly string[];
}

/** Takes some twenty seconds: the store and the index are made anew. */
export async function openSite(settings: Readonly<Record<string, string>> = {}): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-'));
  const server = await startProgram(folder, settings);
  const site = await browseAt(server.base);
  return {
    ...site,
    async stop() {
      await site.stop();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Not all of the package's own flags: it switches off the web's security, which is what is tested here. */
const startChromium = async () =>
  chromium.launch({
    executablePath: await chromiumFiles.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });

async function startProgram(folder: string, settings: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['main.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      // biome-ignore lint/style/noProcessEnv: the program under test inherits the environment of the test
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_FOLDER: folder,
      UNIT_FILE: join('deploy', 'unit.example.yaml'),
      LOG_LEVEL: 'silent',
      TOKENS_PER_MINUTE: '1000',
      NODE_OPTIONS: '',
      ...settings,
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const base = await new Promise<string>((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => {
      child.kill('SIGTERM');
      reject(new Error(`The program did not start: ${said}`));
    }, startWithinMs);
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString();
      const address = /Web: (http:\/\/localhost:\d+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.once('exit', () => reject(new Error(`The program ended: ${said}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { base, stop };
}

interface Visit {
  readonly path: string;
  readonly options?: BrowserContextOptions;
}

async function visit(browser: Browser, base: string, { path, options }: Visit): Promise<VisitedPage> {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Europe/Paris', ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  const { host } = new URL(base);
  const outside = (url: string) => {
    if (new URL(url).host !== host && !url.startsWith('data:')) troubles.push(`outside: ${url}`);
  };
  page.on('request', (request) => outside(request.url()));
  page.on('websocket', (socket) => outside(socket.url()));
  await page.goto(new URL(path, base).href);
  return { page, troubles };
}

/** Types a question and waits for the answer to it. */
export async function ask(page: Page, question: string): Promise<void> {
  const before = await page.locator('.card').count();
  await page.locator('#question').fill(question);
  await page.keyboard.press('Enter');
  await page.locator('.card').nth(before).waitFor();
}

/** What axe finds by all of its rules: WCAG A and AA, and its own best practices. Nothing may be found. */
export const complaints = async (page: Page): Promise<readonly string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );

const pictures = join(root, 'docs', 'screenshots');

/** Keeps a picture for the README, when the page has come to rest. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.locator('.said-line:not(:empty)').waitFor({ state: 'hidden' });
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
