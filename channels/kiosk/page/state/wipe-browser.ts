/** Clears what the browser itself may hold of the last person: fields, selection, address, storage, clipboard, caches. */
import { copyCache } from '../offline/copy-keeper.ts';

const ownCaches: ReadonlySet<string> = new Set(['kiosk-page', copyCache]);

export function wipeBrowser(): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement) focused.blur();
  for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) field.value = '';
  getSelection()?.removeAllRanges();
  history.replaceState(null, '', '/kiosk');
  // The engine keeps the text of the last match: this one is nobody's.
  /x/.test('x');
  for (const find of [() => sessionStorage, () => localStorage]) clear(find);
  void clearAsync().catch(() => {});
}

function clear(find: () => Storage): void {
  try {
    find().clear();
  } catch {
    // A forbidden storage holds nothing.
  }
}

async function clearAsync(): Promise<void> {
  if (document.hasFocus()) await navigator.clipboard?.writeText('').catch(() => {});
  if ('caches' in globalThis)
    for (const name of await caches.keys()) if (!ownCaches.has(name)) await caches.delete(name);
  for (const { name } of (await globalThis.indexedDB?.databases?.()) ?? []) if (name) indexedDB.deleteDatabase(name);
}
