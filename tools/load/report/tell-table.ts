/** The result of a run as tables for a terminal, in the form that a page of documents takes too. */
import type { LoadRun } from '../run-load.ts';
import type { ScenarioResult } from '../scenario.ts';
import { type DoorSummary, type Quantiles, type Summary, summarise } from './summarise.ts';

type Row = readonly (string | number)[];

const what = { web: 'web turns', zalo: 'Zalo deliveries', hotline: 'hotline hooks' } as const;
const until = {
  web: 'sent → answer on the socket',
  zalo: 'sent → acknowledged',
  hotline: 'hook → action',
} as const;

export const tableOf = (head: Row, rows: readonly Row[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Markdown: a table of what was asked and answered, one of what it took, one of the store, and what was not well. */
export function tellRun({ scenarios }: LoadRun): string {
  const all = scenarios.map((scenario) => ({ scenario, summary: summarise(scenario) }));
  const doors = all.flatMap(({ scenario, summary }) => summary.doors.map((door) => doorRow(scenario, door)));
  const parts = [
    tableOf(
      [
        'scenario',
        'what',
        'asked a second',
        'done a second',
        'asked',
        'answered',
        'open',
        'failed',
        'p50 ms',
        'p95 ms',
        'p99 ms',
        'max ms',
        'load behind p99 / max ms',
      ],
      doors,
    ),
    tableOf(
      [
        'scenario',
        'seconds',
        'program',
        'PostgreSQL',
        'load (its processes)',
        'others',
        'event loop p50 / p99 / max ms',
        'program MB first / most / last',
        'PostgreSQL MB first / most / last',
      ],
      all.map(({ scenario, summary }) => costRow(scenario, summary)),
    ),
    ...idleTable(scenarios),
    ...storeTable(scenarios),
    ...all.flatMap(({ scenario, summary }) => remarks(scenario, summary)),
  ];
  return parts.join('\n\n');
}

const ms = (value: number | undefined): string =>
  value === undefined ? '–' : value < 100 ? value.toFixed(1) : value.toFixed(0);
const times = (of: Quantiles | null): Row => [ms(of?.p50), ms(of?.p95), ms(of?.p99), ms(of?.max)];
const shareOf = (cores: number): string => `${(100 * cores).toFixed(0)} %`;

function doorRow({ name }: ScenarioResult, door: DoorSummary): Row {
  const asked = door.door === 'hotline' ? `${door.askedRate} calls at once` : door.askedRate;
  const behind = `${door.behindMs.p99} / ${door.behindMs.max}`;
  const counts = [door.asked, door.done, door.open, door.failed];
  return [
    name,
    `${what[door.door]}, ${until[door.door]}`,
    asked,
    door.doneRate,
    ...counts,
    ...times(door.latency),
    behind,
  ];
}

function costRow({ name, seconds }: ScenarioResult, { cores, memory, lag }: Summary): Row {
  const own = Object.entries(cores.load);
  const load = own.reduce((sum, [, share]) => sum + share, 0);
  const span = ({ first, most, last }: Summary['memory']['server']) => `${first} / ${most} / ${last}`;
  return [
    ...[name, seconds, shareOf(cores.server), shareOf(cores.postgres)],
    `${shareOf(load)} (${own.map(([process, share]) => `${process} ${shareOf(share)}`).join(', ')})`,
    shareOf(cores.others),
    lag ? `${lag.p50} / ${lag.p99} / ${lag.max}` : '–',
    span(memory.server),
    span(memory.postgres),
  ];
}

function idleTable(scenarios: readonly ScenarioResult[]): readonly string[] {
  const rows = scenarios.flatMap(({ name, idle }): Row[] => {
    if (!idle) return [];
    const per = (pair: readonly [number, number], digits: number) =>
      ((1000 * (pair[1] - pair[0])) / Math.max(1, idle.chats)).toFixed(digits);
    const thousandth = (pair: readonly [number, number]) => per([1000 * pair[0], 1000 * pair[1]], 2);
    return [
      [
        ...[name, idle.chats, (idle.openMs / 1000).toFixed(1), idle.serverMb.map(Math.round).join(' → ')],
        ...[per(idle.serverMb, 1), idle.postgresMb.map(Math.round).join(' → '), per(idle.postgresMb, 1)],
        ...[thousandth(idle.serverCores), thousandth(idle.postgresCores), idle.seconds],
      ],
    ];
  });
  const head = [
    'open chats at rest',
    'chats',
    'opened in s',
    'program MB without → with',
    'per 1,000',
    'PostgreSQL MB without → with',
    'per 1,000',
  ];
  const cpu = ['program CPU ms a second per 1,000', 'PostgreSQL CPU ms a second per 1,000', 'looked for s'];
  return rows.length > 0 ? [tableOf([...head, ...cpu], rows)] : [];
}

function storeTable(scenarios: readonly ScenarioResult[]): readonly string[] {
  const rows = scenarios.flatMap(({ name, store: { after } }): Row[] => {
    if (!after) return [];
    const turns = Object.entries(after.turns).map(
      ([channel, { asked, answered, p50, p95 }]) =>
        `${channel}: ${answered} of ${asked}, p50 ${ms(p50 ?? undefined)}, p95 ${ms(p95 ?? undefined)} ms`,
    );
    const deliveries = Object.entries(after.deliveries).map(([state, count]) => `${state} ${count}`);
    return [[name, turns.join('; ') || '–', deliveries.join(', ') || '–']];
  });
  const head = [
    'in the store at the end',
    'turns answered, from asking to keeping the answer',
    'Zalo deliveries by state',
  ];
  return rows.length > 0 ? [tableOf(head, rows)] : [];
}

function remarks(
  { name, cutShort, failure, openErrors, complaints, settings, loadAverage }: ScenarioResult,
  { doors }: Summary,
) {
  const kinds = (errors: Readonly<Record<string, number>>) =>
    Object.entries(errors)
      .map(([kind, count]) => `${kind} ×${count}`)
      .join(', ');
  const set = Object.keys(settings).filter((key) => !/SECRET|TOKEN|KEY|URL|_ID$/.test(key));
  return [
    `${name}: load average before ${loadAverage}; settings beside the defaults: ${set.map((key) => `${key}=${settings[key]}`).join(' ') || 'none'}.`,
    ...(failure ? [`${name}: THE MEASUREMENT FAILED: ${failure}`] : []),
    ...(cutShort ? [`${name}: cut short: ${cutShort}.`] : []),
    ...(Object.keys(openErrors).length > 0 ? [`${name}: chats not opened: ${kinds(openErrors)}.`] : []),
    ...doors
      .filter(({ failed }) => failed > 0)
      .map(({ door, errors }) => `${name}, ${door}: failed: ${kinds(errors)}.`),
    ...(Object.keys(complaints).length > 0 ? [`${name}: said in the log as errors: ${kinds(complaints)}.`] : []),
  ];
}
