/** Addresses of the console: no hash, so that the server and a push notice can name a view. */
import type { ConsoleView } from './view/console-view.ts';

export interface Found {
  readonly view: ConsoleView;
  readonly params: Readonly<Record<string, string>>;
}

const partsOf = (path: string) => path.split('/').filter((part) => part !== '');

/** The parts that the pattern leaves open; `null` when the path is another one. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = partsOf(pattern);
  const given = partsOf(path);
  if (wanted.length !== given.length) return null;
  const fits = wanted.every((part, index) => part.startsWith(':') || part === given[index]);
  if (!fits) return null;
  const open = wanted.flatMap((part, index) =>
    part.startsWith(':') ? [[part.slice(1), readPart(given[index] ?? '')] as const] : [],
  );
  return Object.fromEntries(open);
}

/** A broken escape names nothing; it must not stop the page. */
function readPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The view of an address; `null` when there is none. */
export function findView(views: readonly ConsoleView[], path: string): Found | null {
  for (const view of views) {
    const params = matchPath(view.path, path);
    if (params) return { view, params };
  }
  return null;
}

/** Views that a member with these rights may open from the navigation. */
export const listedViews = (views: readonly ConsoleView[], rights: readonly string[]): readonly ConsoleView[] =>
  views.filter(({ right, inNavigation = true }) => inNavigation && (right === null || rights.includes(right)));
