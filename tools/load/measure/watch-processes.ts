/** Looks at the processes of a measurement from time to time. */
import type { LoadedServer } from '../server/start-server.ts';
import type { LoadWorker } from '../workers/start-worker.ts';
import { machineCpuSeconds, type Usage, usageOf, usageOfFamily } from './processes.ts';
import { readMetrics, type ServerFigures } from './read-metrics.ts';

export interface Sample {
  /** Seconds since the beginning. */
  readonly at: number;
  readonly server: Usage;
  readonly postgres: Usage;
  /** By process of the load, this one that measures included. */
  readonly load: Readonly<Record<string, Usage>>;
  /** Of everything on the machine. */
  readonly machineCpu: number;
  /** `null` where it was not to be had. */
  readonly metrics: ServerFigures | null;
}

export interface ProcessWatch {
  /** A sample more, now. */
  look(): Promise<Sample>;
  readonly samples: readonly Sample[];
  stop(): void;
}

export interface Watched {
  readonly server: LoadedServer;
  readonly workers: readonly LoadWorker[];
  readonly everyMs: number;
  /** Ms since 1970 that counts as 0. */
  readonly since: number;
}

export function watchProcesses({ server, workers, everyMs, since }: Watched): ProcessWatch {
  const samples: Sample[] = [];
  const look = async () => {
    // The figures are asked first: what the processes used meanwhile is theirs.
    const metrics = await readMetrics(server.ownBases, server.metricsKey);
    const own = { 'this measurement': usageOf(process.pid) };
    const sample: Sample = {
      at: Math.round((Date.now() - since) / 100) / 10,
      server: usageOf(...server.pids),
      postgres: usageOfFamily(server.databasePid()),
      load: { ...own, ...Object.fromEntries(workers.map(({ name, pid }) => [name, usageOf(pid)])) },
      machineCpu: machineCpuSeconds(),
      metrics,
    };
    samples.push(sample);
    return sample;
  };
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void look().finally(() => {
      isLooking = false;
    });
  }, everyMs);
  return { look, samples, stop: () => clearInterval(timer) };
}
