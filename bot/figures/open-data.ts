/** Figures for everybody: by whole weeks that are over, without a person and without a small count. */
import { momentOf } from '../../knowledge/index.ts';
import type { Database } from '../store/database.ts';
import { countHandOffs } from './count-hand-offs.ts';
import { countTurns, type Names } from './count-turns.ts';
import type { HandOffFigures, TurnFigures } from './figures.ts';
import { csvOf } from './figures-csv.ts';
import { addDays, daysOfWeek, weekOf } from './iso-week.ts';
import { type Shown, smallest, suppressTogether } from './suppress-small.ts';

type Cells = Readonly<Record<string, Shown>>;

export interface OpenWeek {
  readonly week: string;
  readonly from: string;
  readonly to: string;
  /** `null`: too few to be told. */
  readonly questions: OpenTables<'byOutcome' | 'byChannel' | 'byUnit'> | null;
  readonly handOffs:
    | (OpenTables<'byCause' | 'byChannel' | 'byRating'> & { readonly waitMinutes: number | null })
    | null;
}

interface OpenTables<Name extends string> {
  readonly total: number;
  readonly lines: Readonly<Record<Name, Cells>>;
}

export interface OpenData {
  readonly title: string;
  readonly rule: string;
  readonly dictionary: Readonly<Record<string, string>>;
  readonly weeks: readonly OpenWeek[];
}

export interface OpenDataParts {
  readonly database: Database;
  readonly names: Names;
  readonly home: string | null;
}

/** Days after a week's end until its numbers change no more: two downloads never differ by one person. */
const settled = 8;
const mostWeeks = 520;

/** Weeks that begin between the two days, both included, as far as they are over and settled. */
export async function openData(
  parts: OpenDataParts,
  { from, to, at }: { readonly from: string; readonly to: string; readonly at: Date },
): Promise<OpenData> {
  const today = momentOf(at).day;
  const weeks = weeksBetween(from, to).filter((week) => addDays(daysOfWeek(week)?.to ?? today, settled) <= today);
  const told = await parts.database.withJob('figures', async (handle) => {
    const found: OpenWeek[] = [];
    for (const week of weeks) {
      const days = daysOfWeek(week);
      if (!days) continue;
      const filter = { ...days, units: null, channel: null, home: parts.home };
      const turns = await countTurns(handle, filter, parts.names);
      found.push({
        week,
        ...days,
        questions: openTurns(turns),
        handOffs: openHandOffs(await countHandOffs(handle, filter)),
      });
    }
    return found;
  });
  return { title: 'Hỏi Một Cửa: số liệu mở', rule, dictionary, weeks: told };
}

function weeksBetween(from: string, to: string): readonly string[] {
  const found: string[] = [];
  for (let day = from; day <= to && found.length < mostWeeks; day = addDays(day, 7)) found.push(weekOf(day));
  return found.filter((week) => (daysOfWeek(week)?.from ?? '') >= from && (daysOfWeek(week)?.from ?? '9') <= to);
}

/**
 * Fields are left out: what is asked back or unknown has none, so that their total would tell counts hidden by outcome.
 * Losses likewise: nobody rates a talk that was lost.
 */
const openTurns = ({ byOutcome, byChannel, byUnit }: TurnFigures): OpenWeek['questions'] =>
  suppressTogether({
    byOutcome,
    byChannel: byChannel as Readonly<Record<string, number>>,
    byUnit: Object.fromEntries(byUnit.map(({ unit, questions }) => [unit ?? 'khong-ro', questions])),
  });

function openHandOffs({ total, byCause, byChannel, ratings, wait }: HandOffFigures): OpenWeek['handOffs'] {
  const stars = Object.fromEntries(ratings.counts.map((count, index) => [`sao-${index + 1}`, count]));
  const tables = suppressTogether({
    byCause,
    byChannel: byChannel as Readonly<Record<string, number>>,
    byRating: { ...stars, 'khong-cham': total - ratings.count },
  });
  const measured = wait.count >= smallest && wait.median !== null;
  return tables && { ...tables, waitMinutes: measured ? Math.round(Number(wait.median) / 60) : null };
}

const rule = `Số đếm dưới ${smallest} được ẩn, cùng với số nhỏ nhất trong các số còn lại của dòng ấy, để tổng không làm lộ. Tuần nào quá ít thì ẩn cả tuần. Chỉ công bố tuần đã hết từ ${settled} ngày trở lên. Không có dữ liệu về cá nhân.`;

const dictionary: OpenData['dictionary'] = {
  week: 'Tuần theo ISO 8601, từ thứ Hai đến Chủ nhật, giờ Việt Nam',
  'questions.total': 'Số câu hỏi của người dân; không tính lời chào và lời nhắn khi cán bộ đang trả lời',
  'questions.byOutcome':
    'answered: trả lời được; asked-back: hỏi lại hoặc mời đăng nhập; unknown: chưa có trong kho kiến thức; not-ours: không thuộc cấp xã hoặc ngoài phạm vi; to-person: chỉ sang cán bộ; emergency: khẩn cấp; failed: máy trục trặc hoặc đang tắt',
  'questions.byChannel': 'Kênh: web, zalo-bot, zalo-oa, hotline, kiosk',
  'questions.byUnit': 'Mã xã, phường, đặc khu theo Tổng cục Thống kê',
  'handOffs.total': 'Số lượt chuyển cán bộ, theo ngày đề nghị',
  'handOffs.byCause': 'Lý do chuyển; tố cáo được gộp vào complaint',
  'handOffs.byChannel': 'Kênh mà người dân đang nói chuyện',
  'handOffs.byRating': 'Số sao người dân chấm, từ 1 đến 5; khong-cham: không chấm',
  'handOffs.waitMinutes': `Trung vị thời gian chờ câu đầu tiên của cán bộ, phút; trống khi đo được dưới ${smallest} lượt`,
};

/** The same as lines; a hidden count is empty and marked. */
export const openDataCsv = ({ weeks }: OpenData): string =>
  csvOf(
    ['tuan', 'tu_ngay', 'den_ngay', 'bang', 'muc', 'so', 'bi_an'],
    weeks.flatMap((one) => {
      const line = (table: string, key: string, value: Shown) =>
        [one.week, one.from, one.to, table, key, value, value === null ? 1 : 0] as const;
      return [
        ...linesOf('questions', one.questions, line),
        ...linesOf('handOffs', one.handOffs, line),
        ...(one.handOffs ? [line('handOffs.waitMinutes', 'trung-vi', one.handOffs.waitMinutes)] : []),
      ];
    }),
  );

function linesOf<Row>(
  group: string,
  tables: OpenTables<string> | null,
  line: (table: string, key: string, value: Shown) => Row,
): readonly Row[] {
  if (!tables) return [line(group, 'total', null)];
  return [
    line(group, 'total', tables.total),
    ...Object.entries(tables.lines).flatMap(([table, cells]) =>
      Object.entries(cells).map(([key, value]) => line(`${group}.${table}`, key, value)),
    ),
  ];
}
