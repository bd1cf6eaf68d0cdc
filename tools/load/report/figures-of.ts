/** The figures of a run that are kept for the scorecard, with what they are held to. */
import type { Figure } from '../../measured.ts';
import type { LoadRun } from '../run-load.ts';
import type { DoorName, ScenarioResult } from '../scenario.ts';
import { type DoorSummary, type Summary, summarise } from './summarise.ts';

type Target = Figure['target'];
const named: Readonly<Record<DoorName, string>> = {
  web: 'web turn, sent to answer on the socket',
  zalo: 'Zalo delivery, sent to acknowledged',
  hotline: 'hotline, hook to action',
};
/** Zalo gives up after 2 s; a citizen looks away after a second; a caller thinks that the line is dead. In ms. */
const p95Most: Readonly<Record<DoorName, number>> = { web: 1_000, zalo: 1_000, hotline: 500 };

export function figuresOf({ scenarios }: LoadRun): readonly Figure[] {
  return scenarios.flatMap((scenario) => {
    const summary = summarise(scenario);
    return [
      ...summary.doors.flatMap((door) => doorFigures(scenario, door)),
      ...costFigures(scenario, summary),
      ...idleFigures(scenario),
    ];
  });
}

function doorFigures({ name }: ScenarioResult, door: DoorSummary): readonly Figure[] {
  const { latency, failed, open, askedRate, doneRate } = door;
  const figure = (id: string, label: string, value: number, unit: string, target: Target = null): Figure => ({
    id: `${name}-${door.door}-${id}`,
    label: `${name === 'all' ? 'all together' : 'alone'}: ${named[door.door]}: ${label}`,
    ...{ value, unit, target },
  });
  const asksForRate = door.door !== 'hotline';
  return [
    ...(asksForRate
      ? [figure('asked', 'asked for', askedRate, '1/s')]
      : [figure('calls', 'calls at once', askedRate, '')]),
    figure('rate', 'answered', doneRate, '1/s', asksForRate ? { least: Math.round(askedRate * 99) / 100 } : null),
    ...(latency
      ? [
          figure('p50', 'p50', latency.p50, 'ms'),
          figure('p95', 'p95', latency.p95, 'ms', { most: p95Most[door.door] }),
          figure('p99', 'p99', latency.p99, 'ms', door.door === 'zalo' ? { most: 2_000 } : null),
        ]
      : []),
    figure('failed', 'failed or never answered', failed + open, '', { most: 0 }),
  ];
}

function costFigures({ name, seconds }: ScenarioResult, { cores, memory, lag }: Summary): readonly Figure[] {
  const figure = (id: string, label: string, value: number, unit: string): Figure => ({
    ...{ id: `${name}-${id}`, label: `${name === 'all' ? 'all together' : `${name} alone`}: ${label}`, value, unit },
    target: null,
  });
  const percent = (share: number) => Math.round(100 * share);
  const load = Object.values(cores.load).reduce((sum, share) => sum + share, 0);
  return [
    figure('seconds', 'measured for', seconds, 's'),
    figure('cpu-server', 'the program, of one core', percent(cores.server), '%'),
    figure('cpu-postgres', 'PostgreSQL, of one core', percent(cores.postgres), '%'),
    figure('cpu-load', 'the processes of the load, of one core', percent(load), '%'),
    figure('cpu-others', 'everything else on the machine, of one core', percent(cores.others), '%'),
    figure('memory-server', 'memory of the program, most', memory.server.most, 'MB'),
    figure('memory-postgres', 'memory of PostgreSQL, most', memory.postgres.most, 'MB'),
    ...(lag ? [figure('lag-p99', 'event-loop delay, worst p99 of any reading', lag.p99, 'ms')] : []),
  ];
}

function idleFigures({ name, idle }: ScenarioResult): readonly Figure[] {
  if (!idle || idle.chats === 0) return [];
  const { chats, serverMb, serverCores, postgresCores } = idle;
  const figure = (id: string, label: string, value: number, unit: string): Figure => ({
    ...{ id: `${name}-idle-${id}`, label: `open chats at rest: ${label}`, value, unit, target: null },
  });
  const perThousand = (of: readonly [number, number], factor: number) =>
    Math.round((1e5 * factor * (of[1] - of[0])) / chats) / 100;
  return [
    figure('chats', 'chats open', chats, ''),
    figure('memory', 'memory of the program per 1,000', perThousand(serverMb, 1), 'MB'),
    figure('cpu-server', 'the program per 1,000, of one core', perThousand(serverCores, 100), '%'),
    figure('cpu-postgres', 'PostgreSQL per 1,000, of one core', perThousand(postgresCores, 100), '%'),
  ];
}
