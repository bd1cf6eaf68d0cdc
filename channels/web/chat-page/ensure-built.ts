/** Builds the chat page when its sources are newer than what was built. The plain page works without it. */
import { join } from 'node:path';
import { ensurePageBuilt, isPageStale, type PageSource } from '../../pages/build-page.ts';
import { builtFolderOf } from '../../pages/built-page.ts';

const page: PageSource = {
  name: 'chat-page',
  folder: import.meta.dirname,
  also: [join(import.meta.dirname, '..', '..', 'pages')],
  notBuilt: new Set(['accessibility-page.ts', 'browser.ts', 'built-page.ts', 'ensure-built.ts', 'routes.ts']),
};

/** Where the built page lies. */
export const builtFolder = builtFolderOf(page.name);

/** Whether there is nothing built, or something older than its sources. */
export const isStale = (built = builtFolder): boolean => isPageStale(page, built);

/** Rejects when it cannot build. */
export const ensureBuilt = (): Promise<void> => ensurePageBuilt(page);
