/** Many things that each want a look once in a while, walked a part at a time. */

export interface Rounds<Item> {
  /** It is among those looked at from now on. Returns how to leave. */
  add(item: Item): () => void;
  /** The next part. After as many calls as there are parts, each item came once. */
  next(): readonly Item[];
}

/** @param parts of a round; items spread over them evenly, in the order in which they come. */
export function makeRounds<Item>(parts: number): Rounds<Item> {
  const all = Array.from({ length: parts }, () => new Set<Item>());
  let added = 0;
  let walked = 0;
  return {
    add(item) {
      const own = all[added++ % parts];
      own?.add(item);
      return () => void own?.delete(item);
    },
    next: () => [...(all[walked++ % parts] ?? [])],
  };
}
