/** The whole program on a database of its own, with officers that are signed in: for tests of citizen and officers together. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { openTestStore, type TestStore } from '../../../../bot/store/test-store.ts';
import { openSite, type Site, type VisitedPage } from '../../../web/chat-page/browser.ts';
import { signInTestStaff, type TestStaff, type TestStaffOptions } from '../../test-staff.ts';

/** Bát Xát in Lào Cai: open day and night here, so that the clock of the test decides nothing. */
export const ownUnit = '02683';

export interface RealSite {
  readonly site: Site;
  readonly test: TestStore;
  /** Makes an account and opens the console in a browser of his own. */
  officer(options?: TestStaffOptions): Promise<Officer>;
  /** A citizen with the chat of this commune before him. */
  citizen(options?: BrowserContextOptions): Promise<VisitedPage>;
  stop(): Promise<void>;
}

export interface Officer {
  readonly staff: TestStaff;
  open(path: string, options?: BrowserContextOptions): Promise<VisitedPage>;
}

export async function openRealSite(settings: Readonly<Record<string, string>> = {}): Promise<RealSite> {
  const test = await openTestStore();
  const folder = mkdtempSync(join(tmpdir(), 'console-page-'));
  // The key of the test store: sessions that are made here hold there.
  writeFileSync(join(folder, 'secret.key'), Buffer.alloc(32, 7).toString('base64'), { mode: 0o600 });
  writeFileSync(join(folder, 'unit.yaml'), unitFile);
  const { databaseUrl, ownerUrl } = test.database;
  const site = await openSite({
    DATABASE_URL: databaseUrl,
    DATABASE_OWNER_URL: ownerUrl,
    DATA_FOLDER: folder,
    UNIT_FILE: join(folder, 'unit.yaml'),
    ...settings,
  });
  const cookieOf = (cookie: string) => {
    const [name = '', value = ''] = cookie.split('=');
    const { hostname } = new URL(site.base);
    const plain = { path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Strict' } as const;
    return { name, value, domain: hostname, ...plain };
  };
  return {
    site,
    test,
    async officer(options = {}) {
      const staff = await signInTestStaff(test, { unit: ownUnit, ...options });
      const storageState = { cookies: [cookieOf(staff.cookie)], origins: [] };
      const opened: VisitedPage[] = [];
      const open: Officer['open'] = async (path, more) => {
        // The server gives one officer a few live streams: pages of tests before are done with.
        if (opened.length === mostPages) await opened.shift()?.page.context().close();
        const visited = await site.open(path, { storageState, ...more });
        opened.push(visited);
        return visited;
      };
      return { staff, open };
    },
    citizen: (options) => site.open(`/chat?unit=${ownUnit}`, { viewport: { width: 390, height: 800 }, ...options }),
    async stop() {
      await site.stop();
      await test.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const mostPages = 4;
const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const unitFile = `name: Trung tâm Phục vụ hành chính công xã Bát Xát
address: số 1 đường Thí Dụ, xã Bát Xát
phone: null
commune: "${ownUnit}"
hours:
${week.map((day) => `  ${day}: ["00:00-23:59"]`).join('\n')}
`;
