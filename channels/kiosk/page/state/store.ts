/** What the page shows, as one immutable value; whoever draws it is told of each new one. */

export interface Store<T> {
  get(): T;
  set(change: Partial<T>): void;
  /** Returns how to stop. */
  subscribe(listener: (value: T) => void): () => void;
}

export function openStore<T extends object>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => value,
    set(change) {
      value = { ...value, ...change };
      for (const listener of listeners) listener(value);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
