/** A line chart as SVG that reads on light and on dark. */

export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Chart {
  readonly title: string;
  /** Of the upright axis: `ms`, `MB`. */
  readonly unit: string;
  /** At most six: so many colours can be told apart. */
  readonly series: readonly Series[];
}

const [width, height] = [760, 300];
const box = { left: 64, right: 16, top: 34, bottom: 62 } as const;
const inner = { width: width - box.left - box.right, height: height - box.top - box.bottom } as const;

/** Colours that those who see no red or no green tell apart; each line also has dashes of its own. */
const style = `<style>
.c{font:13px system-ui,sans-serif;fill:#1d2733}.t{font-weight:600;font-size:14px}.g{stroke:#c9d1da;stroke-width:1}
.l{fill:none;stroke-width:2;stroke-linejoin:round}.p{fill:#fff}
.s0{stroke:#0b5cad}.s1{stroke:#b04a00}.s2{stroke:#7a3e9d}.s3{stroke:#00705a}.s4{stroke:#a3264f}.s5{stroke:#5d6470}
@media (prefers-color-scheme:dark){.c{fill:#e6ebf1}.g{stroke:#3d4753}.p{fill:#151b22}
.s0{stroke:#6cb2ff}.s1{stroke:#ff9d52}.s2{stroke:#cf9bf0}.s3{stroke:#4fd0b0}.s4{stroke:#ff86ad}.s5{stroke:#a9b3bf}}
</style>`;
const dashes = ['', '7 3', '2 3', '10 3 2 3', '4 4', '1 2'];

/** A chart with nothing to show says so. */
export function drawChart({ title, unit, series }: Chart): string {
  const shown = series.filter(({ points }) => points.length > 0).slice(0, dashes.length);
  const all = shown.flatMap(({ points }) => points);
  const most = { x: Math.max(1, ...all.map(([x]) => x)), y: niceMost(Math.max(0, ...all.map(([, y]) => y))) };
  const x = (value: number) => round(box.left + (inner.width * value) / most.x);
  const y = (value: number) => round(box.top + inner.height * (1 - value / most.y));
  const lines = shown.map(({ points }, index) => {
    const path = points.map(([at, value]) => `${x(at)},${y(Math.min(value, most.y))}`).join(' ');
    return `<polyline class="l s${index}" stroke-dasharray="${dashes[index]}" points="${path}"/>`;
  });
  const told = shown.length > 0 ? '' : words(width / 2, height / 2, 'nothing was measured', 'middle');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(`${title}: ${tellSeries(shown, unit)}`)}">`,
    ...[
      style,
      `<rect class="p" width="${width}" height="${height}"/>`,
      `<text class="c t" x="8" y="20">${escaped(title)}</text>`,
    ],
    ...axis(most, { x, y, unit }),
    ...[...lines, ...legend(shown), told, '</svg>'],
  ].join('\n');
}

/** For whoever does not see it. */
const tellSeries = (series: readonly Series[], unit: string): string =>
  series
    .map(({ name, points }) => `${name} at most ${round(Math.max(0, ...points.map(([, y]) => y)))} ${unit}`)
    .join(', ');

interface Scale {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly unit: string;
}

function axis(most: { readonly x: number; readonly y: number }, { x, y, unit }: Scale): readonly string[] {
  const parts = [0, 0.25, 0.5, 0.75, 1];
  return [
    ...parts.flatMap((part) => {
      const at = y(part * most.y);
      return [
        `<line class="g" x1="${box.left}" x2="${width - box.right}" y1="${at}" y2="${at}"/>`,
        words(box.left - 6, at + 4, `${round(part * most.y)} ${part === 1 ? unit : ''}`.trim(), 'end'),
      ];
    }),
    ...parts.map((part) =>
      words(x(part * most.x), height - box.bottom + 18, `${Math.round(part * most.x)} s`, 'middle'),
    ),
  ];
}

function legend(series: readonly Series[]): readonly string[] {
  const room = inner.width / Math.max(1, Math.min(3, series.length));
  return series.map(({ name }, index) => {
    const [left, at] = [box.left + (index % 3) * room, height - 26 + Math.floor(index / 3) * 18];
    const line = `<line class="l s${index}" stroke-dasharray="${dashes[index]}" x1="${left}" x2="${left + 28}" y1="${at - 4}" y2="${at - 4}"/>`;
    return `${line}${words(left + 34, at, name, 'start')}`;
  });
}

const words = (x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end'): string =>
  `<text class="c" x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escaped(text)}</text>`;

/** The next number at which an axis may end: 1, 2, 4 or 8 times a power of ten. */
export function niceMost(most: number): number {
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 4, 8, 10].map((times) => times * power).find((end) => end >= most) ?? 10 * power;
}

const round = (value: number): number => Math.round(value * 100) / 100;
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
