/**
 * Which tables each statement of a turn walks from end to end, by `auto_explain` of PostgreSQL itself: the plans that it really
 * made, under the roles and policies of the program.
 */
import { readFileSync } from 'node:fs';
import type { DrillDatabase } from '../hand-off-load/start-postgres.ts';

export interface SeenPlan {
  readonly statement: string;
  /** Times it ran, and the most ms and blocks of one time. */
  readonly times: number;
  readonly mostMs: number;
  readonly mostBlocks: number;
  /** Tables of which every row was looked at. */
  readonly walks: readonly string[];
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly PlanNode[];
}

interface LoggedPlan {
  readonly 'Query Text': string;
  readonly Plan: PlanNode;
}

/** For every connection that is made from now on. */
export async function logPlans({ query }: DrillDatabase): Promise<void> {
  for (const [name, value] of [
    ['session_preload_libraries', 'auto_explain'],
    ['auto_explain.log_min_duration', '0'],
    ['auto_explain.log_analyze', 'on'],
    ['auto_explain.log_buffers', 'on'],
    ['auto_explain.log_timing', 'off'],
    ['auto_explain.log_format', 'json'],
    ['auto_explain.log_parameter_max_length', '0'],
  ])
    await query(`alter database hoi_mot_cua set ${name} = '${value}'`);
}

/** @param logFile of the server. @param from where in it the turns begin. */
export function readPlans(logFile: string, from: number): readonly SeenPlan[] {
  const text = readFileSync(logFile).subarray(from).toString('utf8');
  const seen = new Map<string, SeenPlan>();
  for (const found of text.matchAll(/LOG: {2}duration: ([\d.]+) ms {2}plan:\n((?:\t.*\n)+)/g)) {
    const plan = parsed(found[2] ?? '');
    if (!plan) continue;
    const statement = plan['Query Text'].replace(/\s+/g, ' ').trim();
    const before = seen.get(statement);
    const blocks = (plan.Plan['Shared Hit Blocks'] ?? 0) + (plan.Plan['Shared Read Blocks'] ?? 0);
    seen.set(statement, {
      statement,
      times: (before?.times ?? 0) + 1,
      mostMs: Math.max(before?.mostMs ?? 0, Number(found[1])),
      mostBlocks: Math.max(before?.mostBlocks ?? 0, blocks),
      walks: [...new Set([...(before?.walks ?? []), ...walksOf(plan.Plan)])],
    });
  }
  return [...seen.values()].toSorted((one, other) => other.mostBlocks - one.mostBlocks);
}

function parsed(lines: string): LoggedPlan | null {
  try {
    return JSON.parse(lines.replace(/^\t/gm, '')) as LoggedPlan;
  } catch {
    return null;
  }
}

const walksOf = (node: PlanNode): readonly string[] => [
  ...(node['Node Type'] === 'Seq Scan' && node['Relation Name'] ? [node['Relation Name']] : []),
  ...(node.Plans ?? []).flatMap(walksOf),
];
