/** A tab's storage in memory. */
import type { Storage } from '../keep/drafts.ts';

export type TestStorage = Storage & { keys(): readonly string[] };

export function testStorage(): TestStorage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
}
