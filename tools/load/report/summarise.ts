/** What a scenario found, in the few figures that a reader asks for. */
import { addUp } from '../add-up.ts';
import type { DoorName, DoorResult, ScenarioResult } from '../scenario.ts';
import type { Timed } from '../workers/worker-words.ts';

export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly count: number;
}

export interface DoorSummary {
  readonly door: DoorName;
  /** Asked for, and answered while it was measured, a second. Of the hotline: hooks. */
  readonly askedRate: number;
  readonly doneRate: number;
  readonly asked: number;
  readonly done: number;
  /** Neither answered nor failed when it ended. */
  readonly open: number;
  readonly failed: number;
  readonly errors: Readonly<Record<string, number>>;
  /** What the door is judged by: a turn, an acknowledgement, a hook. `null`: nothing came. */
  readonly latency: Quantiles | null;
  /** Of the web: until a message was kept and acknowledged. */
  readonly accepted: Quantiles | null;
  readonly behindMs: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly counts: Readonly<Record<string, number>>;
}

export interface Summary {
  readonly doors: readonly DoorSummary[];
  /** Shares of one core while it was measured. */
  readonly cores: {
    readonly server: number;
    readonly postgres: number;
    readonly load: Readonly<Record<string, number>>;
    /** Everything else on the machine. */
    readonly others: number;
  };
  /** MB: at the beginning, at most, at the end. */
  readonly memory: { readonly server: Span; readonly postgres: Span };
  /** Delay of the program's event loop, in ms: the median second's p50, and the worst p99 and max of any reading. */
  readonly lag: { readonly p50: number; readonly p99: number; readonly max: number } | null;
}
export interface Span {
  readonly first: number;
  readonly most: number;
  readonly last: number;
}

/** The timing that each door is judged by. */
export const mainTiming: Readonly<Record<DoorName, string>> = { web: 'turn', zalo: 'acknowledged', hotline: 'hook' };

export function summarise(scenario: ScenarioResult): Summary {
  return {
    doors: scenario.doors.map((door) => summariseDoor(door, scenario.seconds)),
    cores: coresOf(scenario),
    memory: { server: spanOf(scenario, 'server'), postgres: spanOf(scenario, 'postgres') },
    lag: lagOf(scenario),
  };
}

function summariseDoor({ door, asked: askedRate, reports }: DoorResult, seconds: number): DoorSummary {
  const sum = (of: 'asked' | 'done' | 'open') => reports.reduce((all, report) => all + report[of], 0);
  const worst = (of: 'p50' | 'p99' | 'max') => Math.max(0, ...reports.map(({ behindMs }) => behindMs[of]));
  const errors = addUp(reports.map((report) => report.errors));
  const done = sum('done');
  return {
    ...{ door, askedRate, asked: sum('asked'), done, open: sum('open'), errors },
    doneRate: seconds > 0 ? Math.round((100 * inTime(timesOf(reports, mainTiming[door]), seconds)) / seconds) / 100 : 0,
    failed: Object.values(errors).reduce((all, count) => all + count, 0),
    latency: quantilesOf(timesOf(reports, mainTiming[door])),
    accepted: quantilesOf(timesOf(reports, 'accepted')),
    behindMs: { p50: worst('p50'), p99: worst('p99'), max: worst('max') },
    counts: addUp(reports.map(({ counts }) => counts)),
  };
}

/** Answers that came before the measurement ended: what came later is answered, but not at this rate. */
export const inTime = (times: readonly Timed[], seconds: number): number =>
  times.filter(([at, ms]) => at + ms / 1000 <= seconds).length;

export const timesOf = (reports: DoorResult['reports'], of: string): readonly Timed[] =>
  reports.flatMap(({ timings }) => timings[of] ?? []);

/** `null` of nothing. */
export function quantilesOf(times: readonly Timed[]): Quantiles | null {
  const sorted = times.map(([, ms]) => ms).sort((one, other) => one - other);
  if (sorted.length === 0) return null;
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1), count: sorted.length };
}

function coresOf({ samples }: ScenarioResult): Summary['cores'] {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.at <= first.at) return { server: 0, postgres: 0, load: {}, others: 0 };
  const share = (seconds: number) => Math.round((100 * seconds) / (last.at - first.at)) / 100;
  const load = Object.entries(last.load).map(([name, { cpu }]): [string, number] => [
    name,
    share(cpu - (first.load[name]?.cpu ?? 0)),
  ]);
  const server = share(last.server.cpu - first.server.cpu);
  const postgres = share(last.postgres.cpu - first.postgres.cpu);
  const ours = load.reduce((sum, [, own]) => sum + own, server + postgres);
  const others = Math.max(0, Math.round(100 * (share(last.machineCpu - first.machineCpu) - ours)) / 100);
  return { server, postgres, load: Object.fromEntries(load), others };
}

function spanOf({ samples }: ScenarioResult, of: 'server' | 'postgres'): Span {
  const all = samples.map((sample) => Math.round(sample[of].memory));
  return { first: all[0] ?? 0, most: Math.max(0, ...all), last: all.at(-1) ?? 0 };
}

function lagOf({ samples }: ScenarioResult): Summary['lag'] {
  // The first reading tells of the time before.
  const read = samples.slice(1).flatMap(({ metrics }) => (metrics ? [metrics] : []));
  if (read.length === 0) return null;
  const middle = read.map(({ lagP50 }) => lagP50).sort((one, other) => one - other)[Math.floor(read.length / 2)] ?? 0;
  return {
    p50: middle,
    p99: Math.max(...read.map(({ lagP99 }) => lagP99)),
    max: Math.max(...read.map(({ lagMax }) => lagMax)),
  };
}
