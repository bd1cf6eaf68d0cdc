/** What an operator watches, in the form that Prometheus reads. Labels are words of the program: no person, no question. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { TurnReport } from '../bot/index.ts';

/** What is asked when somebody reads the figures; each resolves quickly or rejects. */
export interface Watched {
  /** Parcels by channel and state. */
  outbox(): Promise<readonly { readonly channel: string; readonly state: string; readonly count: number }[]>;
  /** Conversations that wait for an officer. */
  waiting(): Promise<number>;
  /** Procedures whose record is out of date, or was not checked for long. */
  staleGuides(): number;
}

export interface Metrics {
  /** Notes one turn. */
  turn(report: Pick<TurnReport, 'answer' | 'timings' | 'ms' | 'turn'>): void;
  /** The text that Prometheus reads. */
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

const turnSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 6, 10];
const stepSeconds = [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 6];

/** @param watched a part of it that cannot be read is left out of that reading: the rest is still told. */
export function openMetrics(watched: Watched, onError: (error: unknown) => void): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    ...{ name: 'hmc_turns_total', help: 'Turns by channel and status' },
    labelNames: ['channel', 'status'] as const,
    registers,
  });
  const seconds = new Histogram({
    ...{ name: 'hmc_turn_seconds', help: 'Time from the first step to the answer', buckets: turnSeconds },
    labelNames: ['channel'] as const,
    registers,
  });
  const steps = new Histogram({
    ...{ name: 'hmc_step_seconds', help: 'Time of each step of the pipeline', buckets: stepSeconds },
    labelNames: ['step'] as const,
    registers,
  });
  const quietly = async (work: () => Promise<void> | void) => {
    try {
      await work();
    } catch (error) {
      onError(error);
    }
  };
  new Gauge({
    ...{ name: 'hmc_outbox_parcels', help: 'Parcels for citizens by channel and state' },
    labelNames: ['channel', 'state'] as const,
    registers,
    collect() {
      return quietly(async () => {
        const rows = await watched.outbox();
        this.reset();
        for (const { count, ...labels } of rows) this.set(labels, count);
      });
    },
  });
  new Gauge({
    ...{ name: 'hmc_hand_offs_waiting', help: 'Conversations that wait for an officer' },
    registers,
    collect() {
      return quietly(async () => this.set(await watched.waiting()));
    },
  });
  new Gauge({
    ...{ name: 'hmc_guides_stale', help: 'Procedures whose record is out of date or was long not checked' },
    registers,
    collect() {
      return quietly(() => this.set(watched.staleGuides()));
    },
  });
  return {
    turn({ answer, timings, ms, turn }) {
      const { channel } = turn.message;
      turns.inc({ channel, status: answer.status });
      seconds.observe({ channel }, ms / 1000);
      for (const timing of timings) steps.observe({ step: timing.step }, timing.ms / 1000);
    },
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
