/** Keeps a run: the page with plots, and the list of faults to read one by one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../evaluate.ts';
import { htmlPage } from './html-page.ts';

/** Writes `<name>.html` and `<name>-faults.jsonl` into `folder` and returns both paths. */
export function writeReport(
  folder: string,
  name: string,
  outcome: Outcome,
  when: Date,
): { readonly page: string; readonly faults: string } {
  mkdirSync(folder, { recursive: true });
  const page = join(folder, `${name}.html`);
  const faults = join(folder, `${name}-faults.jsonl`);
  writeFileSync(page, htmlPage(name, outcome, when.toISOString().slice(0, 16).replace('T', ' ')));
  writeFileSync(faults, outcome.faults.map((fault) => `${JSON.stringify(fault)}\n`).join(''));
  return { page, faults };
}
