/** The figures as one HTML page: no script, nothing fetched, prints well. */
import type { Outcome } from '../evaluate.ts';
import type { Measure } from '../score/summarise.ts';
import { missed, thresholdOf } from '../thresholds.ts';
import { barChart, escapeHtml } from './bar-chart.ts';
import { bound, interval, percent } from './wording.ts';

const style = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff }
svg { width: 100%; height: auto; font-size: 13px } .axis { stroke: #111 } .spread { stroke: #000; stroke-width: 2; fill: none }
rect.high { fill: #9db7d5; stroke: #1f3f66 } rect.low { fill: #fff; stroke: #1f3f66; stroke-dasharray: 4 3 }
.limit { stroke: #000; stroke-width: 3; stroke-dasharray: 2 2 } summary { cursor: pointer } h2 { margin-top: 2.5rem }
`;

/** `when` is printed as given. */
export function htmlPage(name: string, { measures, skipped }: Outcome, when: string): string {
  const failing = missed(measures);
  const sections = Map.groupBy(measures, ({ origin, set }) => `${set} (${origin})`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Evaluation ${escapeHtml(name)}</title>
<meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${style}</style></head><body>
<h1>Evaluation “${escapeHtml(name)}”</h1>
<p>${escapeHtml(when)}. Lines across the bars are 95 % intervals; dashed uprights are what must be reached.
Filled bars should be long, open dashed bars should be short.</p>
${skipped.map((text) => `<p><strong>${escapeHtml(text)}</strong></p>`).join('\n')}
<p><strong>${failing.length === 0 ? 'Every threshold is reached.' : `${failing.length} thresholds are missed:`}</strong></p>
${failing.length === 0 ? '' : `<ul>${failing.map((measure) => `<li>${escapeHtml(sentence(measure))}</li>`).join('')}</ul>`}
${[...sections].map(([title, rows]) => section(title, rows)).join('\n')}
</body></html>
`;
}

function sentence(measure: Measure): string {
  const threshold = thresholdOf(measure);
  const group = measure.group === null ? '' : ` (${measure.group})`;
  const must = threshold === null ? '' : `, must be ${bound(threshold)}`;
  return `${measure.set}, ${measure.origin}: ${measure.label}${group} ${percent(measure.value)} (${interval(measure)})${must}`;
}

function section(title: string, measures: readonly Measure[]): string {
  const lossy = measures.some(({ set }) => set === 'transforms');
  const scale = lossy ? { low: -0.2, high: 0.4 } : { low: 0, high: 1 };
  const all = measures.filter(({ group }) => group === null).map((measure) => ({ label: measure.label, measure }));
  const grouped = Map.groupBy(
    measures.filter(({ group }) => group !== null),
    ({ label }) => label,
  );
  const charts = [...grouped].map(([label, rows]) => {
    const chart = barChart(
      rows.map((measure) => ({ label: measure.group ?? '', measure })),
      scale,
    );
    return `<details${lossy || label.startsWith('right procedure') ? ' open' : ''}><summary>${escapeHtml(label)}, by group</summary>${chart}</details>`;
  });
  return `<section><h2>${escapeHtml(title)}</h2>\n${all.length === 0 ? '' : barChart(all, scale)}\n${charts.join('\n')}</section>`;
}
