/** What an officer has typed and not sent, kept per talk in the tab's own storage: a reload or a lost claim loses nothing. */

/** The part of a storage that is used; `null` where it is forbidden. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const ours = 'hmc.console.';
const prefix = `${ours}draft.`;

export const readDraft = (storage: Storage | null, talk: string): string => storage?.getItem(prefix + talk) ?? '';

/** An empty text forgets the draft. */
export function keepDraft(storage: Storage | null, talk: string, text: string): void {
  if (text === '') storage?.removeItem(prefix + talk);
  else storage?.setItem(prefix + talk, text);
}

/** Nothing of what was typed, sent or not, and of what was looked at stays in this tab. */
export function forgetDrafts(storage: Storage | null): void {
  if (!storage) return;
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) if (key?.startsWith(ours)) storage.removeItem(key);
}
