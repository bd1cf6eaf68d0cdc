/** The program's own figures, as Prometheus would read them. */

export interface ServerFigures {
  /** Delay of its event loop since the last reading, in ms. */
  readonly lagP50: number;
  readonly lagP99: number;
  readonly lagMax: number;
  /** Memory of its heap that is in use, in MB. */
  readonly heap: number;
}

/** `null` when it does not tell in time: the program has too much to do. */
export async function readMetrics(base: string, key: string): Promise<ServerFigures | null> {
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
