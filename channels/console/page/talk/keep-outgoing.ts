/** Words that have not gone out yet, kept in the tab's storage for a reload. */
import type { Storage } from '../keep/drafts.ts';
import type { Outgoing } from './outgoing.ts';

const keyOf = (talk: string) => `hmc.console.unsent.${talk}`;

export function readOutgoing(storage: Storage | null, talk: string): readonly Outgoing[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(keyOf(talk)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isOutgoing) : [];
  } catch {
    return [];
  }
}

export function keepOutgoing(storage: Storage | null, talk: string, list: readonly Outgoing[]): void {
  if (list.length === 0) storage?.removeItem(keyOf(talk));
  else storage?.setItem(keyOf(talk), JSON.stringify(list));
}

const isOutgoing = (value: unknown): value is Outgoing => {
  const one = value as Partial<Outgoing> | null;
  return typeof one?.key === 'string' && typeof one.text === 'string' && Array.isArray(one.pictureIds);
};
