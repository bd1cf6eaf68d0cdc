/** The moment at which somebody means to hand his papers in: "chiều nay", "4 giờ chiều thứ sáu", "20/12". */
import { type Day, type Moment, momentOf } from '../../knowledge/index.ts';
import { vi } from '../understand/keyed.ts';
import { datedText } from './dated-text.ts';
import { type DaySaid, daysSaid } from './days-said.ts';

/** Words this many places around a day are looked at; all of them in a short message. */
const nearby = 6;
const shortMessage = 22;
const files = vi`\b(?:nộp|đem|mang|gửi|ghé|đăng ký|làm (?:hồ sơ|giấy|thủ tục|khai|đăng|căn cước|ks)|ra (?:phường|xã|ủy ban|một cửa|công an|nộp|làm|đến)|lên (?:phường|xã|ủy ban|nộp|làm)|đi (?:nộp|làm)|tới nộp|đến nộp|nhận hồ sơ|tiếp nhận)\b`;
/** A day by which something must be there, or on which something else happened. */
const otherwise = vi`\b(?:hạn|hết hạn|trước|phải có|(?<!khai )(?<!chứng )sinh|đẻ|mất|chết|cưới|mua|hẹn|nhắn!|báo!|cấp ngày|từ ngày|nhập học|họp!)\b`;
const lastFrom = 3;

/** `null` when no such moment is told. Without a day, a clock is today's. */
export function filingMomentIn(text: string, at: Date): Moment | null {
  const now = momentOf(at);
  const dated = datedText(text);
  const days = daysSaid(text, now.day).filter((day) => isFiling(dated, day));
  const distinct = new Set(days.map(({ day }) => day));
  const clock = clockSaid(dated);
  if (distinct.size > 1) return null;
  const [day] = days;
  if (!day) return clock && files.test(dated) ? { day: now.day, clock } : null;
  return { day: day.day, clock: clock ?? clockOfPart(dated, day, now) };
}

function isFiling(dated: string, { from, to }: DaySaid): boolean {
  const reach = dated.split(' ').length <= shortMessage ? shortMessage : nearby;
  const before = dated.slice(0, from).trim().split(' ').slice(-reach);
  const after = dated.slice(to).trim().split(' ').slice(0, reach);
  const around = `${before.join(' ')} ${after.join(' ')}`;
  if (otherwise.test(before.slice(-lastFrom).join(' ')) || otherwise.test(after.slice(0, lastFrom).join(' ')))
    return false;
  return files.test(around);
}

/** "4 giờ chiều", "16 giờ 30", "sau 3 giờ"; not "trong 8 giờ làm việc". */
const clock = vi`(?:\b(sau|trước|hơn|quá) )?(?<!\b(?:trong|mất|hết|khoảng) )\b(\d{1,2}) giờ(?: (rưỡi|\d{2}))?(?! (?:làm việc|đồng hồ|hành chính)\b)(?: (?:phút )?(sáng|trưa|chiều|tối))?`;

/** `null` when no time of day is told. A small hour alone is one of the afternoon: offices sleep at four. */
function clockSaid(dated: string): string | null {
  const match = clock.exec(dated);
  if (!match) return null;
  const [, side, hour = '', half, part] = match;
  const minutes = half === undefined ? 0 : /^\d+$/.test(half) ? Number(half) : 30;
  const total = hourOfDay(Number(hour), part) * 60 + minutes + shiftOf(side);
  if (total < 0 || total >= 24 * 60 || minutes > 59) return null;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

const firstOfMorning = 7;

function hourOfDay(hour: number, part: string | undefined): number {
  if (hour >= 12) return hour;
  if (part !== undefined && vi`^sáng$`.test(part)) return hour;
  if (part !== undefined && vi`^trưa$`.test(part)) return hour >= 10 ? hour : hour + 12;
  return part !== undefined || hour < firstOfMorning ? hour + 12 : hour;
}

/** "sau 15 giờ" is a minute past it, "trước 15 giờ" a minute before. */
const shiftOf = (side: string | undefined): number => (side === undefined ? 0 : vi`^trước$`.test(side) ? -1 : 1);

const parts: readonly (readonly [RegExp, string])[] = [
  [vi`\bsáng\b`, '09:00'],
  [vi`\btrưa\b`, '12:00'],
  [vi`\btối\b`, '19:00'],
];
const rightNow = vi`\b(?:bây giờ|giờ này|lúc này|ngay bây giờ)\b`;

/** The part of the day stands in the words of the day or right before them; "chiều" leaves 15:00 open. */
function clockOfPart(dated: string, day: DaySaid, now: { readonly day: Day; readonly clock: string }): string | null {
  const words = `${dated.slice(0, day.from).trim().split(' ').slice(-1).join(' ')} ${dated.slice(day.from, day.to)}`;
  const told = parts.find(([pattern]) => pattern.test(words))?.[1];
  if (told) return told;
  if (day.day !== now.day) return null;
  return rightNow.test(words) || now.clock > '15:00' ? now.clock : null;
}
