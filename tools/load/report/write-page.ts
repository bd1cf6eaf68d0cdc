/** A run as a page to look at, and as a page of the documents. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../../measured.ts';
import type { LoadRun } from '../run-load.ts';
import { chartsOf } from './charts-of.ts';
import { drawChart, escaped } from './draw-chart.ts';
import { tellRun } from './tell-table.ts';

export interface MeasuredRun extends LoadRun {
  readonly commit: string;
  readonly machine: Machine;
  /** The command that measured it. */
  readonly command: string;
}

const css = `:root{color-scheme:light dark;--ink:#1d2733;--paper:#fff;--line:#c9d1da}
@media (prefers-color-scheme:dark){:root{--ink:#e6ebf1;--paper:#151b22;--line:#3d4753}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:80rem;margin:0 auto;padding:1rem}
.table{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(22rem,1fr));gap:1rem}svg{width:100%;height:auto;border:1px solid var(--line)}`;

export const whenAndWhere = ({ at, commit, machine, command }: MeasuredRun): string =>
  `Measured on ${at.slice(0, 10)} by \`${command}\` at commit ${commit}, on ${machine.cores} × ${machine.cpu}, ` +
  `${Math.round(machine.memoryMb / 1000)} GB, Node ${machine.node}.`;

/** One file that needs nothing else. */
export function pageOf(run: MeasuredRun): string {
  const charts = run.scenarios.flatMap(chartsOf).map(drawChart);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Load</title><style>${css}</style></head>
<body><main><h1>Load</h1><p>${escaped(whenAndWhere(run).replaceAll('`', ''))}</p>
${tellRun(run).split('\n\n').map(markupOf).join('\n')}
<div class="charts">${charts.map((chart) => `<figure style="margin:0">${chart}</figure>`).join('\n')}</div>
</main></body></html>
`;
}

/** A table of Markdown, or a paragraph. */
function markupOf(part: string): string {
  const lines = part.split('\n');
  if (!lines[0]?.startsWith('|')) return `<p>${escaped(part)}</p>`;
  const cells = (line: string) => line.slice(2, -2).split(' | ');
  const row = (line: string, tag: 'th' | 'td') =>
    `<tr>${cells(line)
      .map((cell) => `<${tag}>${escaped(cell)}</${tag}>`)
      .join('')}</tr>`;
  const [head = '', , ...rows] = lines;
  return `<div class="table"><table>${row(head, 'th')}${rows.map((line) => row(line, 'td')).join('')}</table></div>`;
}

/** `docs/<name>.md` with its pictures in `docs/<name>/`. */
export function publishRun(run: MeasuredRun, { docs, name }: { readonly docs: string; readonly name: string }): void {
  const folder = join(docs, name);
  mkdirSync(folder, { recursive: true });
  const charts = run.scenarios.flatMap(chartsOf);
  for (const chart of charts) writeFileSync(join(folder, `${chart.name}.svg`), `${drawChart(chart)}\n`);
  const pictures = charts.map((chart) => `![${chart.title}](${name}/${chart.name}.svg)`);
  const { copies } = run.options;
  const title = copies > 1 ? `# Under load, ${copies} copies on one port and one store` : '# Under load';
  const flags = copies > 1 ? `--copies ${copies} --publish` : '--publish';
  const intro = `Written by \`npm run load -- ${flags}\`: not to be changed by hand. What it means for a ward, a province and the country: [scale.md](scale.md).`;
  writeFileSync(
    join(docs, `${name}.md`),
    `${title}\n\n${intro}\n\n${whenAndWhere(run)}\n\n${tellRun(run)}\n\n${pictures.join('\n\n')}\n`,
  );
}
