/** What every `npm run -s evaluate -- NAME [--json]` does: ask, measure, print, keep, and say whether it is good enough. */
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { askByCommand } from './ask-command.ts';
import { evaluate, joined, type Outcome, type Tools } from './evaluate.ts';
import { openKnowing } from './knowing.ts';
import { terminalTable } from './report/terminal-table.ts';
import { writeReport } from './report/write-report.ts';
import { questionSets } from './score/question-sets.ts';
import type { Origin } from './score/summarise.ts';
import { missed, thresholdOf } from './thresholds.ts';
import { measureTransforms } from './transforms/measure-transforms.ts';

const project = join(import.meta.dirname, '..');

export interface Plan {
  /** Also the name of the report. */
  readonly name: string;
  /** Names of question sets; those that an origin does not have are left out. */
  readonly sets: readonly string[];
  readonly origins: readonly Origin[];
  readonly transforms?: boolean;
  /** Measures what no set by itself shows; its outcome joins the others. */
  readonly beside?: (origins: readonly Origin[], tools: Tools) => Promise<Outcome>;
}

/** Every set there is, by name. */
export const everySet: readonly string[] = questionSets.map(({ name }) => name);

/** What a run needs from outside; tests put others in their place. */
export interface Outside extends Tools {
  readonly print: (text: string) => void;
  readonly reports: string;
  readonly now: () => Date;
}

/** The real ones: the bot's own command, the shipped knowledge, the sets where they lie. */
export const outside = (): Outside => ({
  ask: askByCommand(),
  knowing: openKnowing(),
  folders: { own: join(import.meta.dirname, 'datasets'), shared: join(project, '../shared/data/questions') },
  progress: (text) => process.stderr.write(`${text}\n`),
  print: (text) => process.stdout.write(`${text}\n`),
  reports: join(project, 'reports'),
  now: () => new Date(),
});

/** Exit code: 0 when every threshold is reached, 1 when one is missed, 2 when the arguments make no sense. */
export async function runEvaluation(plan: Plan, argv: readonly string[], tools: Outside = outside()): Promise<number> {
  const options = readOptions(argv);
  if (options === null) {
    tools.print(
      `evaluate ${plan.name} [--json] [--groups]: figures with 95 % intervals; --groups adds a row for each style or kind`,
    );
    return 2;
  }
  const sets = questionSets.filter(({ name }) => plan.sets.includes(name));
  const outcome = joined([
    await evaluate(sets, plan.origins, tools),
    ...(plan.transforms ? [await measureTransforms(plan.origins, tools)] : []),
    ...(plan.beside ? [await plan.beside(plan.origins, tools)] : []),
  ]);
  const { page, faults } = writeReport(tools.reports, plan.name, outcome, tools.now());
  const failing = missed(outcome.measures);
  if (options.json) {
    const measures = outcome.measures.map((measure) => ({ ...measure, threshold: thresholdOf(measure) }));
    tools.print(JSON.stringify({ name: plan.name, passed: failing.length === 0, skipped: outcome.skipped, measures }));
  } else {
    for (const text of outcome.skipped) tools.print(text);
    tools.print(terminalTable(outcome.measures, { groups: options.groups }));
    tools.print(
      `\n${failing.length === 0 ? 'Every threshold is reached.' : `${failing.length} thresholds are missed.`}`,
    );
    tools.print(`Page: ${relative(project, page)}   Faults: ${relative(project, faults)} (${outcome.faults.length})`);
  }
  return failing.length === 0 ? 0 : 1;
}

function readOptions(argv: readonly string[]): { readonly json: boolean; readonly groups: boolean } | null {
  try {
    const flags = { json: { type: 'boolean', default: false }, groups: { type: 'boolean', default: false } } as const;
    return parseArgs({ args: [...argv], options: flags, allowPositionals: false }).values;
  } catch {
    return null;
  }
}
