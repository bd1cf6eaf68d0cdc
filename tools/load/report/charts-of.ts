/** The charts of a scenario: how long answers took, what the processes used, how late the event loop was. */
import type { Sample } from '../measure/watch-processes.ts';
import type { ScenarioResult } from '../scenario.ts';
import type { Timed } from '../workers/worker-words.ts';
import type { Chart, Series } from './draw-chart.ts';
import { mainTiming, quantilesOf, timesOf } from './summarise.ts';

export interface NamedChart extends Chart {
  /** For a file: `all-web-latency`. */
  readonly name: string;
}

const title = {
  web: 'web turn, sent to answer',
  zalo: 'Zalo, sent to acknowledged',
  hotline: 'hotline, hook to action',
};

export function chartsOf(scenario: ScenarioResult): readonly NamedChart[] {
  const { name, doors, samples } = scenario;
  const latency = doors.map(({ door, reports }) => ({
    name: `${name}-${door}-latency`,
    title: `${name}: ${title[door]}, by when it was due`,
    unit: 'ms',
    series: quantilesOverTime(timesOf(reports, mainTiming[door]), scenario.seconds),
  }));
  const after = samples.filter(({ at }) => at >= 0);
  const line = (label: string, of: (sample: Sample) => number | undefined): Series => ({
    name: label,
    points: after.flatMap((sample) => {
      const value = of(sample);
      return value === undefined ? [] : [[sample.at, value] as const];
    }),
  });
  return [
    ...latency,
    { name: `${name}-cores`, title: `${name}: share of one core`, unit: '%', series: coresOverTime(after) },
    {
      ...{ name: `${name}-memory`, title: `${name}: memory`, unit: 'MB' },
      series: [
        line('program', ({ server }) => server.memory),
        line('its heap in use', ({ metrics }) => metrics?.heap),
        line('PostgreSQL', ({ postgres }) => postgres.memory),
      ],
    },
    {
      ...{ name: `${name}-loop`, title: `${name}: delay of the program’s event loop`, unit: 'ms' },
      series: [line('p50', ({ metrics }) => metrics?.lagP50), line('p99', ({ metrics }) => metrics?.lagP99)],
    },
  ];
}

/** Sixty parts of the time at most, and none shorter than a second. */
function quantilesOverTime(times: readonly Timed[], seconds: number): readonly Series[] {
  const part = Math.max(1, seconds / 60);
  const parts = new Map<number, Timed[]>();
  for (const timed of times) {
    const index = Math.floor(timed[0] / part);
    parts.set(index, [...(parts.get(index) ?? []), timed]);
  }
  const found = [...parts].sort(([one], [other]) => one - other);
  const series = (['p50', 'p95', 'p99'] as const).map((name) => ({
    name,
    points: found.map(([index, own]) => [(index + 0.5) * part, quantilesOf(own)?.[name] ?? 0] as const),
  }));
  return series;
}

function coresOverTime(samples: readonly Sample[]): readonly Series[] {
  const steps = samples.slice(1).map((sample, index) => ({ sample, before: samples[index] ?? sample }));
  const load = ({ load: own }: Sample) => Object.values(own).reduce((sum, { cpu }) => sum + cpu, 0);
  const line = (name: string, of: (sample: Sample) => number): Series => ({
    name,
    points: steps.flatMap(({ sample, before }) => {
      const wall = sample.at - before.at;
      return wall > 0 ? [[sample.at, Math.max(0, (100 * (of(sample) - of(before))) / wall)] as const] : [];
    }),
  });
  const ours = (sample: Sample) => sample.server.cpu + sample.postgres.cpu + load(sample);
  return [
    line('program', ({ server }) => server.cpu),
    line('PostgreSQL', ({ postgres }) => postgres.cpu),
    line('load', load),
    line('others', (sample) => sample.machineCpu - ours(sample)),
  ];
}
