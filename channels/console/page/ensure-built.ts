/** Builds the console when its sources are newer than what was built. */
import { join } from 'node:path';
import { ensurePageBuilt, isPageStale, type PageSource } from '../../pages/build-page.ts';
import { builtFolderOf } from '../../pages/built-page.ts';

const chatPage = join(import.meta.dirname, '..', '..', 'web', 'chat-page');

const page: PageSource = {
  name: 'console',
  folder: import.meta.dirname,
  also: [join(chatPage, 'styles'), join(chatPage, 'keep')],
  notBuilt: new Set(['ensure-built.ts']),
};

/** Where the built page lies. */
export const builtConsoleFolder = builtFolderOf(page.name);

export const isConsoleStale = (built = builtConsoleFolder): boolean => isPageStale(page, built);

/** Rejects when it cannot build. */
export const ensureConsoleBuilt = (): Promise<void> => ensurePageBuilt(page);
