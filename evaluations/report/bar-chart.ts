/** Bars with their 95 % intervals as one inline SVG. Readable without colour: every bar has its figure beside it. */
import type { Measure } from '../score/summarise.ts';
import { thresholdOf } from '../thresholds.ts';
import { interval, percent } from './wording.ts';

const height = 26;
const left = 330;
const width = 380;
const right = 260;

/** `low` and `high` are the ends of the scale, as shares. */
export function barChart(
  rows: readonly { readonly label: string; readonly measure: Measure }[],
  { low = 0, high = 1 } = {},
): string {
  const x = (share: number) => left + ((Math.min(high, Math.max(low, share)) - low) / (high - low)) * width;
  const bars = rows.map(({ label, measure }, index) => bar(label, measure, { x, y: index * height + 4 }));
  const total = rows.length * height + 8;
  return [
    `<svg viewBox="0 0 ${left + width + right} ${total}" role="img" aria-label="${escapeHtml(rows.map(spoken).join('; '))}">`,
    `<line x1="${x(0)}" x2="${x(0)}" y1="0" y2="${total}" class="axis"/>`,
    ...bars,
    '</svg>',
  ].join('\n');
}

function bar(
  label: string,
  measure: Measure,
  { x, y }: { readonly x: (share: number) => number; readonly y: number },
): string {
  const middle = y + 9;
  const words = `<text x="${left - 8}" y="${middle + 4}" text-anchor="end">${escapeHtml(label)}</text>`;
  if (Number.isNaN(measure.value)) return `${words}<text x="${left + 6}" y="${middle + 4}">–</text>`;
  const [from, to] = [Math.min(x(0), x(measure.value)), Math.max(x(0), x(measure.value))];
  const threshold = thresholdOf(measure);
  const limit = threshold === null ? null : (threshold.atLeast ?? threshold.atMost ?? threshold.below ?? 0);
  return [
    words,
    `<rect x="${from.toFixed(1)}" y="${y}" width="${(to - from).toFixed(1)}" height="18" class="${measure.better}"/>`,
    `<path d="M${x(measure.low).toFixed(1)} ${middle}H${x(measure.high).toFixed(1)}m0 -5v10M${x(measure.low).toFixed(1)} ${middle - 5}v10" class="spread"/>`,
    limit === null
      ? ''
      : `<line x1="${x(limit).toFixed(1)}" x2="${x(limit).toFixed(1)}" y1="${y - 3}" y2="${y + 21}" class="limit"/>`,
    `<text x="${left + width + 10}" y="${middle + 4}">${percent(measure.value)} (${interval(measure)}; ${measure.hits}/${measure.of})</text>`,
  ].join('');
}

const spoken = ({ label, measure }: { readonly label: string; readonly measure: Measure }) =>
  `${label}: ${percent(measure.value)}`;

/** Text made safe for HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
