/** The program's own figures, as Prometheus would read them. */

export interface ServerFigures {
  /** Delay of its event loop since the last reading, in ms. */
  readonly lagP50: number;
  readonly lagP99: number;
  readonly lagMax: number;
  /** Memory of its heap that is in use, in MB. */
  readonly heap: number;
}

/** Of the copy that was latest, memory of all together; `null` when one does not tell in time: it has too much to do. */
export async function readMetrics(bases: readonly string[], key: string): Promise<ServerFigures | null> {
  const told = await Promise.all(bases.map((base) => readOne(base, key)));
  const known = told.filter((one) => one !== null);
  const [first, ...others] = known;
  if (!first || known.length < told.length) return null;
  return others.reduce(
    (worst, one) => ({
      lagP50: Math.max(worst.lagP50, one.lagP50),
      lagP99: Math.max(worst.lagP99, one.lagP99),
      lagMax: Math.max(worst.lagMax, one.lagMax),
      heap: worst.heap + one.heap,
    }),
    first,
  );
}

async function readOne(base: string, key: string): Promise<ServerFigures | null> {
  try {
    const headers = { authorization: `Bearer ${key}` };
    const reply = await fetch(`${base}/metrics`, { headers, signal: AbortSignal.timeout(10_000) });
    if (!reply.ok) return null;
    const text = await reply.text();
    const ms = (name: string) => Math.round(1e4 * figureIn(text, `nodejs_eventloop_lag_${name}_seconds`)) / 10;
    const heap = Math.round(figureIn(text, 'nodejs_heap_size_used_bytes') / 1e5) / 10;
    return { lagP50: ms('p50'), lagP99: ms('p99'), lagMax: ms('max'), heap };
  } catch {
    return null;
  }
}

const figureIn = (text: string, name: string): number =>
  Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
