/** Figures as a file for a spreadsheet: one number a line, named. */
import type { Figures, Spread, WeekFigures } from './figures.ts';

export type CsvValue = string | number | null;

/** A cell that a spreadsheet would take for a formula begins with one of these, half or full width. */
const formula = /^[\s\u200b\ufeff]*[=+\-@\t\r＝＋－＠|%]/u;

/** UTF-8 with its mark, so that Excel reads Vietnamese; every line ends as the standard says. Text is never a formula. */
export const csvOf = (head: readonly string[], rows: readonly (readonly CsvValue[])[]): string =>
  `\ufeff${[head, ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;

function cellOf(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(Math.round(value * 1000) / 1000) : '';
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const head = ['tuan', 'bang', 'muc', 'ky_nay', 'ky_truoc'] as const;

/** Line by line: the week, the table, what is counted, this week, the week before. */
export function figuresCsv(figures: Figures): string {
  const now = linesOf(figures.now);
  const before = new Map(linesOf(figures.before).map(([table, key, value]) => [`${table}\n${key}`, value]));
  const keys = new Set(now.map(([table, key]) => `${table}\n${key}`));
  const gone = linesOf(figures.before).filter(([table, key]) => !keys.has(`${table}\n${key}`));
  return csvOf(head, [
    ...now.map(([table, key, value]) => [figures.week, table, key, value, before.get(`${table}\n${key}`) ?? 0]),
    ...gone.map(([table, key, value]) => [figures.week, table, key, 0, value]),
    [figures.week, 'ho_so_tre', 'hien_nay', figures.dossiers.late, null],
  ]);
}

type Line = readonly [table: string, key: string, value: number | null];

function linesOf(of: WeekFigures): readonly Line[] {
  const all = (table: string, values: Readonly<Record<string, number | undefined>>): Line[] =>
    Object.entries(values).map(([key, value]) => [table, key, value ?? 0]);
  return [
    ['tong', 'tin_nhan', of.turns],
    ['tong', 'cau_hoi', of.questions],
    ['tong', 'cuoc_moi', of.begun],
    ['tong', 'danh_gia_tot', of.up],
    ['tong', 'danh_gia_chua_tot', of.down],
    ...all('ket_qua', of.byOutcome),
    ...all('trang_thai', of.byEnd),
    ...all('kenh', of.byChannel),
    ...of.byField.map(({ field, questions }): Line => ['linh_vuc', field ?? 'khong_ro', questions]),
    ...of.procedures.map(({ code, title, questions }): Line => ['thu_tuc', `${code} ${title}`, questions]),
    ...of.byUnit.map(({ unit, name, questions }): Line => ['xa_phuong', `${unit ?? ''} ${name}`.trim(), questions]),
    ['chuyen_can_bo', 'tong', of.handOffs.total],
    ...all('chuyen_can_bo_ly_do', of.handOffs.byCause),
    ...all('chuyen_can_bo_kenh', of.handOffs.byChannel),
    ...all('bi_lo', of.handOffs.lost),
    ...spread('cho_giay', of.handOffs.wait),
    ...spread('cho_trong_gio_giay', of.handOffs.openWait),
    ...spread('xu_ly_giay', of.handOffs.handling),
    ...of.handOffs.ratings.counts.map((count, index): Line => ['sao', String(index + 1), count]),
    ['sao', 'trung_binh', of.handOffs.ratings.mean],
    ...Object.entries(of.handOffs.ratingsByChannel).flatMap(([channel, { count, mean }]): Line[] => [
      ['sao_kenh', `${channel} so_luot`, count],
      ['sao_kenh', `${channel} trung_binh`, mean],
    ]),
  ];
}

const spread = (table: string, { count, mean, median, p90 }: Spread): readonly Line[] => [
  [table, 'so_luot', count],
  [table, 'trung_binh', mean],
  [table, 'trung_vi', median],
  [table, 'p90', p90],
];
