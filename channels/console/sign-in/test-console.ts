/** The console's sign-in on a port of its own, for suites; several copies may share one store. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import { freePort, openTestStore, type TestStore } from '../../../bot/store/test-store.ts';
import { type TestBrowser, testBrowser, type Visit } from '../../web/sign-in/test-browser.ts';
import { consoleRoutes } from '../routes.ts';
import { type ConsoleSignIn, type ConsoleSignInParts, makeConsoleSignIn } from './console-sign-in.ts';

export const testSecretKey = Buffer.alloc(32, 7);
export const goodPassword = 'cơm gà mưa thứ bảy';
/** As safe as a test needs it. */
export const quickHashes = { memorySize: 256, iterations: 1, parallelism: 1 } as const;

export interface TestConsole {
  readonly url: string;
  readonly test: TestStore;
  readonly signIn: ConsoleSignIn;
  /** What the program's clock says. */
  now: Date;
  /** Another copy of the program over the same store. */
  copy(): Promise<string>;
  close(): Promise<void>;
}

export interface TestConsoleOptions extends Partial<Pick<ConsoleSignInParts, 'officersNeedCode' | 'hashCost'>> {
  /** Makes the identity provider ready once our own address is known. */
  readonly provider?: (publicUrl: string) => ConsoleSignInParts['provider'];
}

export async function openTestConsole(options: TestConsoleOptions = {}): Promise<TestConsole> {
  const test = await openTestStore();
  const stops: (() => Promise<void>)[] = [];
  const clock = { now: new Date() };
  const open = async () => {
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    const { provider, ...more } = options;
    const signIn = makeConsoleSignIn({
      store: test.store.staff,
      secretKey: testSecretKey,
      publicUrl: null,
      hashCost: quickHashes,
      perMinute: 10_000,
      auditLog: test.store.auditLog,
      now: () => clock.now,
      ...more,
      ...(provider ? { provider: provider(publicUrl) } : {}),
    });
    const app = express();
    app.get('/assets/plain.css', (_request, response) =>
      response.sendFile(join(import.meta.dirname, '../../web/plain.css')),
    );
    app.use(consoleRoutes({ signIn: signIn.routes }));
    app.get('/console', signIn.gate.requireStaff(), async (request, response) => {
      response.json(await signIn.gate.staffOf(request));
    });
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    stops.push(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    return { signIn, url: publicUrl };
  };
  const { signIn, url } = await open();
  return {
    url,
    test,
    signIn,
    get now() {
      return clock.now;
    },
    set now(at) {
      clock.now = at;
    },
    copy: async () => (await open()).url,
    async close() {
      for (const stop of stops) await stop();
      await test.close();
    },
  };
}

export const csrfIn = (text: string): string => /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
export const secretIn = (text: string): string => /class="secret">([^<]+)</.exec(text)?.[1]?.replaceAll(' ', '') ?? '';

/** Opens a page and sends its form. */
export async function fill(
  browser: TestBrowser,
  url: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Visit> {
  const page = await browser.get(url);
  const hidden = [...page.text.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value],
  );
  const action = /<form method="post" action="([^"]+)"/.exec(page.text)?.[1] ?? page.url;
  return browser.post(new URL(action, page.url).href, { ...Object.fromEntries(hidden), ...form }, headers);
}

export const typePassword = (browser: TestBrowser, base: string, login: string, password = goodPassword) =>
  fill(browser, `${base}/console/dang-nhap`, { login, password });

export { testBrowser };
