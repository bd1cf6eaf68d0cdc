/** The block of figures in README.md and README.vi.md, made of the scorecard alone. */
import { bound, dayOf, type Language, withInterval } from './figure-words.ts';
import { headlines } from './headlines.ts';
import { dataWords } from './page/words.ts';
import type { Figure, Run, Said, Scorecard } from './scorecard.ts';

export const begin = '<!-- scorecard:begin -->';
export const end = '<!-- scorecard:end -->';

/** @throws {RangeError} when the text has not exactly one block. */
export function withBlock(text: string, block: string): string {
  const [before, rest, more] = text.split(begin);
  const after = rest?.split(end);
  if (before === undefined || after?.length !== 2 || more !== undefined)
    throw new RangeError(`README: it needs exactly one ${begin} … ${end}`);
  return `${before}${begin}\n${block}\n${end}${after[1] ?? ''}`;
}

/** What stands between the marks; `null` where they are not. */
export const blockOf = (text: string): string | null => text.split(begin)[1]?.split(end)[0]?.trim() ?? null;

const words = {
  head: { vi: '| điều được đo | kết quả | mốc | đo bằng |', en: '| what | figure | target | command |' },
  missed: { vi: 'CHƯA ĐẠT', en: 'MISSED' },
  older: { vi: 'bản trước', en: 'earlier state' },
} as const satisfies Readonly<Record<string, Said>>;

export function readmeBlock(scorecard: Scorecard, language: Language): string {
  const rows = rowsOf(scorecard.runs);
  const missing = scorecard.runs.filter(({ measured }) => measured === null).map(({ title }) => title[language]);
  return [
    summary(scorecard, language),
    '',
    words.head[language],
    '|---|---|---|---|',
    ...rows.map(([figure, run]) => rowOf(figure, run, language)),
    ...(missing.length === 0 ? [] : ['', `${notMeasured[language]} ${missing.join('; ')}.`]),
  ].join('\n');
}

const notMeasured: Said = { vi: 'Chưa đo trên bản này:', en: 'Not measured:' };

/** The headlines in their order, the tables of long runs, and whatever misses its target. */
function rowsOf(runs: readonly Run[]): readonly (readonly [Figure, Run])[] {
  const all = runs.flatMap((run) => run.figures.map((figure) => [figure, run] as const));
  const first = headlines.flatMap((id) => all.filter(([figure]) => figure.id === id));
  const rest = all.filter(
    ([{ id, target, met, data }, run]) =>
      !headlines.includes(id) && (met === false || (run.measured?.seconds === null && data === 'simulated' && target)),
  );
  return [...first, ...rest];
}

function summary({ counts, writtenAt, commit }: Scorecard, language: Language): string {
  const day = dayOf(writtenAt);
  if (language === 'vi')
    return `${counts.figures} con số, ${counts.withTarget} có mốc: ${counts.met} đạt, ${counts.missed} chưa đạt; ${counts.runsNotMeasured} phần chưa đo. Ghi ngày ${day} trên bản \`${commit}\`. Mọi con số: [docs/scorecard](docs/scorecard/index.html).`;
  return `${counts.figures} figures, ${counts.withTarget} with a target: ${counts.met} reach it, ${counts.missed} miss it; ${counts.runsNotMeasured} parts not measured. Written on ${day} at \`${commit}\`. All of them: [docs/scorecard](docs/scorecard/index.html).`;
}

function rowOf(figure: Figure, { command, measured }: Run, language: Language): string {
  const { words: said, data, n, target, unit, met } = figure;
  const count = n === null ? '' : `, n = ${n}`;
  const older = measured?.current === false ? `, ${words.older[language]} \`${measured.commit}\`` : '';
  const goal = target === null ? '' : bound(target, unit, language);
  const missed = met === false ? ` **${words.missed[language]}**` : '';
  return `| ${said[language]} (${dataWords[data][language]}${count}) | ${withInterval(figure, language)}${older} | ${goal}${missed} | \`${command}\` |`;
}
