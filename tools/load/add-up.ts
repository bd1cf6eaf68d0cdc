/** Counts by kind, of several reports together. */
export function addUp(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const all: Record<string, number> = {};
  for (const own of counts) for (const [kind, count] of Object.entries(own)) all[kind] = (all[kind] ?? 0) + count;
  return all;
}
