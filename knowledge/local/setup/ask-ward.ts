/** Asks a new ward for its desks, one question at a time; what is wrong is said and asked again. */
import { type Commune, fullName, type Places } from '../../places/place.ts';
import type { LocalFiles } from '../load-local.ts';
import type { CommuneFile } from '../local-file.ts';
import type { WeeklyHours } from '../office-hours.ts';
import {
  type ReadAnswer,
  readChannels,
  readCommune,
  readCounters,
  readFields,
  readPhone,
  readProvince,
  readSentence,
  readYes,
} from './read-answers.ts';
import { readSeason, readSpans, type SeasonAnswer, type Spans } from './read-hours.ts';

/** Whoever answers: a person at a terminal, or a file of answers. */
export interface Ward {
  /** The answer to the question of this key. @throws {SetupError} when there is none any more. */
  answer(key: string, question: string): Promise<string>;
  /** Says what is wrong with an answer. @throws {SetupError} when it cannot be asked again. */
  complain(key: string, problem: string): void;
}

export interface SetupParts {
  readonly ward: Ward;
  readonly places: Places;
  readonly files: LocalFiles;
  /** The day of the set-up, `2026-11-22`. */
  readonly today: string;
}

/** What the ward's file will hold, before the file's own checks. */
export async function askWard({ ward, places, files, today }: SetupParts): Promise<{ commune: Commune; file: object }> {
  const ask = askerOf(ward);
  const province = await ask('province', 'Xã, phường mình thuộc tỉnh, thành phố nào?', (text) =>
    readProvince(text, places),
  );
  const commune = await ask('commune', `Tên xã, phường, đặc khu ở ${fullName(province)}?`, (text) =>
    readCommune(text, province),
  );
  const byProvince = files.provinces.get(province.code)?.hours != null;
  const points: Point[] = [];
  do {
    points.push(await askPoint(ask, { index: points.length, commune, byProvince }));
  } while (await ask(`points.${points.length - 1}.more`, 'Còn điểm tiếp nhận nào khác không? (có/không)', readYes));
  const channels = await ask(
    'channels',
    'Kênh chính thức của xã, phường: tên miền .gov.vn, trang https://zalo.me/…, số điện thoại; cách nhau bằng dấu phẩy, không có thì để trống.',
    (text) => readChannels(text, commune),
  );
  const name = fullName(commune);
  const file = { commune: commune.code, name, source: `Khai báo của ${name}`, checkedOn: today, channels, points };
  return { commune, file };
}

type Point = Partial<CommuneFile['points'][number]>;
type Asker = <T>(key: string, question: string, read: (text: string) => ReadAnswer<T>) => Promise<T>;

const askerOf =
  (ward: Ward): Asker =>
  async (key, question, read) => {
    for (;;) {
      const done = read((await ward.answer(key, question)).trim().normalize('NFC'));
      if ('value' in done) return done.value;
      ward.complain(key, done.problem);
    }
  };

interface PointParts {
  readonly index: number;
  readonly commune: Commune;
  /** The province gives hours for all: then none need be written. */
  readonly byProvince: boolean;
}

async function askPoint(ask: Asker, { index, commune, byProvince }: PointParts): Promise<Point> {
  const key = (name: string) => `points.${index}.${name}`;
  const usual = `Trung tâm Phục vụ hành chính công ${fullName(commune)}`;
  const first = index === 0;
  const name = await ask(
    key('name'),
    first ? `Tên nơi tiếp nhận? (để trống: ${usual})` : 'Tên điểm tiếp nhận này?',
    (text) => readSentence(3, usual)(text === '' && first ? usual : text),
  );
  const seat = first && commune.seat ? ` (để trống: ${commune.seat})` : '';
  const address = await ask(key('address'), `Địa chỉ?${seat}`, (text) =>
    readSentence(5, 'số 1 đường Thí Dụ')(text === '' && first ? (commune.seat ?? '') : text),
  );
  const phone = await ask(key('phone'), 'Số điện thoại của quầy? (chưa có thì để trống)', readPhone);
  const fields = await ask(key('fields'), 'Nhận những lĩnh vực nào? (để trống: tất cả)', readFields);
  const counters = await ask(
    key('counters'),
    'Chia quầy thế nào? Thí dụ: Quầy 1: hộ tịch, chứng thực; Quầy 2: đất đai. (để trống: không chia)',
    readCounters,
  );
  const hours = await askHours(ask, key, byProvince);
  return {
    name,
    address,
    phone,
    ...(fields ? { fields: [...fields] } : {}),
    counters: counters.map((one) => ({ ...one, fields: [...one.fields] })),
    ...hours,
  };
}

async function askHours(ask: Asker, key: (name: string) => string, byProvince: boolean): Promise<Point> {
  const inherited = byProvince ? ' (để trống: theo giờ chung của tỉnh)' : '';
  const days = await ask(
    key('weekdays'),
    `Giờ làm việc thứ Hai đến thứ Sáu? Thí dụ: 7:30-11:30, 13:30-17:00${inherited}`,
    (text) =>
      text === '' && !byProvince
        ? { problem: 'Xin viết giờ làm việc, thí dụ: 7:30-11:30, 13:30-17:00.' }
        : readSpans(text),
  );
  if (days === null) return {};
  const saturday = await ask(key('saturday'), 'Giờ làm việc thứ Bảy? (để trống: nghỉ)', readSpans);
  const season = await ask(
    key('season'),
    'Có giờ riêng theo mùa không? Thí dụ: 16/4-15/10: 7:00-11:00, 13:30-17:00 (để trống: không)',
    readSeason,
  );
  return { hours: weekOf(days, saturday), ...(season ? { seasons: [seasonOf(season, saturday)] } : {}) };
}

const weekOf = (days: Spans, saturday: Spans | null): WeeklyHours => ({
  ...{ monday: [...days], tuesday: [...days], wednesday: [...days], thursday: [...days], friday: [...days] },
  ...(saturday ? { saturday: [...saturday] } : {}),
});

const seasonOf = ({ from, to, spans }: SeasonAnswer, saturday: Spans | null) => ({
  name: `từ ${dayFirst(from)} đến ${dayFirst(to)}`,
  from,
  to,
  hours: weekOf(spans, saturday),
});

const dayFirst = (day: string) => day.split('-').map(Number).reverse().join('/');
