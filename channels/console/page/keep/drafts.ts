/** What an officer has typed and not sent, kept per talk in the tab's own storage: a reload or a lost claim loses nothing. */

/** The part of a storage that is used; `null` where it is forbidden. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const prefix = 'hmc.console.draft.';
const list = 'hmc.console.drafts';

export const readDraft = (storage: Storage | null, talk: string): string => storage?.getItem(prefix + talk) ?? '';

/** An empty text forgets the draft. */
export function keepDraft(storage: Storage | null, talk: string, text: string): void {
  if (!storage) return;
  if (text === '') storage.removeItem(prefix + talk);
  else storage.setItem(prefix + talk, text);
  const others = readList(storage).filter((one) => one !== talk);
  storage.setItem(list, JSON.stringify(text === '' ? others : [...others, talk]));
}

/** Nothing of what was typed stays on this machine. */
export function forgetDrafts(storage: Storage | null): void {
  if (!storage) return;
  for (const talk of readList(storage)) storage.removeItem(prefix + talk);
  storage.removeItem(list);
}

function readList(storage: Storage): readonly string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(list) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
