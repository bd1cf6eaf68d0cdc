/** Work that is done once for a key, however often and however close together it is asked for. In memory. */

/** A work that failed may be asked for again; one that went well is remembered for `keptMs`. */
export function onceEach<Done>(
  keptMs: number,
  now: () => number,
): (key: string, work: () => Promise<Done>) => Promise<Done> {
  const done = new Map<string, { readonly work: Promise<Done>; readonly until: number }>();
  return (key, work) => {
    for (const [old, { until }] of done) {
      if (until > now()) break;
      done.delete(old);
    }
    const before = done.get(key);
    if (before) return before.work;
    const started = work();
    done.set(key, { work: started, until: now() + keptMs });
    started.catch(() => done.delete(key));
    return started;
  };
}
