/** `npm run load -- plan [--from reports/load.json] [--publish]`: docs/scale.md takes its tables from here. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { MeasuredRun } from '../report/write-page.ts';
import { costsOfRun, PlanError } from './costs-of-run.ts';
import { tellPlan } from './tell-plan.ts';

const root = join(import.meta.dirname, '../../..');
const [begins, ends] = ['<!-- plan: written by npm run load -- plan --publish -->', '<!-- plan: end -->'];

/** @throws {PlanError} when there is no run to plan from. */
export function runPlan(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: { from: { type: 'string' }, publish: { type: 'boolean', default: false } },
  });
  const file = values.from ?? join(root, 'reports/load.json');
  if (!existsSync(file)) throw new PlanError(`There is no ${file}. Measure first: npm run load -- --only web`);
  const run = JSON.parse(readFileSync(file, 'utf8')) as MeasuredRun;
  const plan = tellPlan(run, costsOfRun(run));
  process.stdout.write(`${plan}\n`);
  if (values.publish) publishPlan(join(root, 'docs/scale.md'), plan);
}

/** Between its two marks alone: the rest of the page is written by hand. */
export function putPlan(page: string, plan: string): string {
  const [from, to] = [page.indexOf(begins), page.indexOf(ends)];
  if (from < 0 || to < from) throw new PlanError(`docs/scale.md lacks its marks ${begins} and ${ends}: put them back.`);
  return `${page.slice(0, from)}${begins}\n\n${plan}\n\n${page.slice(to)}`;
}

const publishPlan = (file: string, plan: string): void =>
  writeFileSync(file, putPlan(readFileSync(file, 'utf8'), plan));
