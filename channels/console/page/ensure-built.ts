/** Builds the console when its sources are newer than what was built. */
import { join } from 'node:path';
import { ensurePageBuilt, isPageStale, type PageSource } from '../../pages/build-page.ts';
import { builtFolderOf } from '../../pages/built-page.ts';

const channels = join(import.meta.dirname, '..', '..');

const page: PageSource = {
  name: 'console',
  folder: import.meta.dirname,
  also: [join(channels, 'web', 'chat-page', 'styles'), join(channels, 'pages')],
  notBuilt: new Set(['ensure-built.ts']),
};

/** Where the built page lies. */
export const builtConsoleFolder = builtFolderOf(page.name);

export const isConsoleStale = (built = builtConsoleFolder): boolean => isPageStale(page, built);

/** Rejects when it cannot build. */
export const ensureConsoleBuilt = (): Promise<void> => ensurePageBuilt(page);
