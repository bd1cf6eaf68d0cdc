/** Builds the kiosk's page when its sources are newer than what was built. */
import { join } from 'node:path';
import { ensurePageBuilt, isPageStale, type PageSource } from '../../pages/build-page.ts';
import { builtFolderOf } from '../../pages/built-page.ts';

const page: PageSource = {
  name: 'kiosk',
  folder: import.meta.dirname,
  also: [join(import.meta.dirname, '..', '..', 'pages')],
  notBuilt: new Set(['ensure-built.ts', 'page-document.ts', 'page-routes.ts']),
};

/** Where the built page lies. */
export const builtKioskFolder = builtFolderOf(page.name);

export const isKioskStale = (built = builtKioskFolder): boolean => isPageStale(page, built);

/** Rejects when it cannot build. */
export const ensureKioskBuilt = (): Promise<void> => ensurePageBuilt(page);
