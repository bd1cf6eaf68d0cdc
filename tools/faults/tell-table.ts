/** What the drills did and found, as a table of Markdown. */
import { isMet } from '../measured.ts';
import type { DrillResult } from './run-drills.ts';

export function tableOf(results: readonly DrillResult[]): string {
  const rows = results.map(({ name, seconds, report: { did, figures, faults, skipped } }) => {
    const found = figures.map(({ label, value, unit, ...rest }) => {
      const failed = isMet({ value, ...rest }) === false ? ' (!)' : '';
      return `${label} ${value}${unit ? ` ${unit}` : ''}${failed}`;
    });
    const verdict = skipped ? 'skipped' : faults.length === 0 ? 'nothing lost' : `${faults.length} faults`;
    return `| ${[name, verdict, skipped ?? did, found.join('; '), `${seconds} s`].join(' | ')} |`;
  });
  const faults = results.flatMap(({ name, report }) => report.faults.map((fault) => `- ${name}: ${fault}`));
  return ['| drill | verdict | what was done | counted | took |', '|---|---|---|---|---|', ...rows, ...faults].join(
    '\n',
  );
}
