/** Questions about days themselves: is the office open, how long is a holiday, which day is 15 working days from now. */
import { type Day, type Holiday, plusDays, weekdayOf } from '../../knowledge/index.ts';
import { vi } from '../understand/keyed.ts';
import { datedText } from './dated-text.ts';
import { type DaySaid, daysSaid, yearSaid } from './days-said.ts';
import { holidaySaid } from './holiday-said.ts';

export type CalendarQuestion =
  | { readonly kind: 'count'; readonly count: number; readonly unit: 'working-day' | 'day'; readonly from: Day }
  | { readonly kind: 'between'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'break'; readonly holiday: Holiday; readonly year: number | null }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'make-ups'; readonly year: number | null }
  | { readonly kind: 'year'; readonly year: number | null };

const whichDay = vi`\b(?:ngày|hôm|bữa|thứ) (?:nào|mấy|bao nhiêu)\b|\b(?:khi nào|bao giờ|chừng nào)\b|\brơi vào\b|\blà (?:ngày )?(?:nào|mấy)\b`;
const countedDays = vi`\b(\d{1,3}) (ngày làm việc|ngày)\b(?= (?:\S+ ){0,3}(?:kể từ|tính từ|từ (?:hôm|ngày|bữa|mai|thứ)|nữa|sau)\b| (?:là|rơi|tới|đến|thì) )`;
/** "Nộp sáng nay, hẹn 3 ngày làm việc thì hôm nào lấy": the count runs from the day of filing that is told. */
const countAfterFiling = vi`\b(\d{1,3}) (ngày làm việc|ngày)\b`;
const handsIn = vi`\b(?:nộp|gửi hồ sơ|tiếp nhận|nhận hồ sơ)\b`;
/** "Nộp hôm thứ hai, hẹn …": the Monday that was, not the one to come. */
const alreadyFiled = vi`\b(?:nộp|gửi) (?:\S+ ){0,4}(?:hôm|bữa) .*\b(?:hẹn|bảo|ghi|kêu|nói)\b|\b(?:đã|mới|vừa) nộp\b|\bnộp rồi\b`;
const asksDayOfIt = vi`\b(?:ngày|hôm|bữa|thứ|t|tầm) (?:nào|mấy|mô|bao nhiêu)\b|\b(?:khi nào|bao giờ|chừng nào)\b|\b(?:lấy|có|xong|nhận) (?:\S+ ){0,2}(?:chưa|được không)\b`;
const onward = vi`\b(?:kể từ|tính từ|từ (?:hôm|ngày|bữa|mai|thứ)|nữa|sau|cộng)\b`;
const howManyDays = vi`\b(?:mấy|bao nhiêu) ngày(?: làm việc)?\b`;
const fromTo = vi`\btừ\b.{3,40}\b(?:đến|tới)\b`;
const makeUp = vi`\b(?:làm bù|đi làm bù|nghỉ bù|hoán đổi)\b`;
/** Leave of an employee, and what a business does, are other matters. */
const otherLeave = vi`\bnghỉ (?:thai sản|việc|hưu|ốm|bệnh|sinh|đẻ|kinh doanh|bán|phép|chế độ|dưỡng|hẳn|mát)\b|\b(?:hàng|quà|tiền|trợ cấp|hộ nghèo|hỗ trợ|thưởng|chợ) (?:\S+ ){0,2}tết\b|\btết (?:\S+ ){0,3}(?:quà|trợ cấp|hỗ trợ|tặng quà)\b`;
const restWords = vi`\bnghỉ\b`;
const howLong = vi`\b(?:mấy|bao nhiêu|nhiêu) (?:ngày|hôm|bữa|buổi)\b|\bbao lâu\b|\btừ (?:ngày )?(?:nào|mấy|hôm nào|bữa nào|bao giờ|khi nào)\b|\b(?:đến|tới|hết) (?:(?:ngày|hôm|bữa|thứ|mùng|mồng) )?(?:nào|mấy|bao giờ|khi nào)\b|\blịch nghỉ\b|\b(?:không|hay không|chưa|hả|à)(?: (?:ạ|vậy|nhỉ|ad|em|anh|chị|cô|chú|bạn|thế|ta))*(?: [?.!])*$|\bngày nào\b|\b(?:khi nào|bao giờ|chừng nào)\b`;
const holidayWhen = vi`\b(?:là|vào|rơi vào|trúng|nhằm) (?:ngày |thứ |hôm )?(?:nào|mấy|bao nhiêu)\b|\b(?:ngày|thứ) mấy\b|\b(?:ngày|thứ) nào(?: (?:vậy|ạ|thế|nhỉ|ta|ha))*(?: [?.!])*$|\b(?:bao giờ|khi nào|chừng nào|mấy ngày nữa) (?:\S+ ){0,3}(?:tới|đến) tết\b|\bmấy dương\b|\bngày nào dương\b`;
const office = vi`\b(?:phường|xã|một cửa|công an|ủy ban|ubnd|quầy|trụ sở|trung tâm|bộ phận|văn phòng|cơ quan|nhà nước|cán bộ|công chức|bên mình|chỗ mình)\b`;
const openWords = vi`\b(?:làm việc|đi làm (?:không|hay)|mở cửa(?! (?:hàng|tiệm|quán|hiệu)\b)|nhận hồ sơ|tiếp dân|có làm|có trực|trực không|có ai|giải quyết hồ sơ|được nghỉ|có nghỉ|nghỉ không|nghỉ à|nghỉ hả)\b`;
/** "24/11 nộp hồ sơ được không": the office, not the papers, is in question. */
const mayFile = vi`\bnộp (?:hồ sơ|giấy tờ|đơn)\b.{0,40}\bđược (?:không|hay không)\b`;
const calendarWords = vi`\b(?:lịch nghỉ|các ngày (?:nghỉ )?lễ|những ngày (?:nghỉ )?lễ|ngày nghỉ lễ|nghỉ lễ (?:những|các) ngày|lễ tết)\b`;
const asking = vi`\b(?:nào|gì|mấy|bao nhiêu|không|sao|xem|cho (?:hỏi|xin|biết))\b|^lịch\b`;

/** Who asks whether offices work on a date means the coming one, but for the last few days. */
const shortlyAgo = 3;

/** @param today the day of asking in Vietnam. @returns `null` for everything else. */
export function calendarQuestionIn(text: string, today: Day): CalendarQuestion | null {
  const dated = datedText(text);
  const days = daysSaid(text, today, shortlyAgo);
  return (
    countIn(text, dated, today) ??
    betweenIn(dated, days) ??
    (otherLeave.test(dated) ? null : aboutDaysOff(text, dated, { days, today }))
  );
}

function countIn(text: string, dated: string, today: Day): CalendarQuestion | null {
  if (!countAfterFiling.test(dated)) return null;
  // A count may start long ago: "kể từ 1/10" is this year's.
  const days = daysSaid(text, today);
  const filed = handsIn.test(dated) && days.length > 0 && asksDayOfIt.test(dated);
  const counted = (filed ? countAfterFiling : countedDays).exec(dated);
  if (!counted || !(filed || (whichDay.test(dated) && onward.test(dated)))) return null;
  const [, count, unit = ''] = counted;
  const said = days.find((one) => one.to <= counted.index || one.from > counted.index);
  if (filed && !said) return null;
  const wasFiled = said?.anyWeek === true && said.day > today && alreadyFiled.test(dated);
  const from = said ? plusDays(said.day, wasFiled ? -7 : 0) : today;
  return { kind: 'count', count: Number(count), unit: unit.includes(' ') ? 'working-day' : 'day', from };
}

function betweenIn(dated: string, days: readonly DaySaid[]): CalendarQuestion | null {
  const [first, second] = days;
  if (!first || !second || !fromTo.test(dated) || !howManyDays.test(dated)) return null;
  return { kind: 'between', from: first.day, to: second.day };
}

interface Said {
  readonly days: readonly DaySaid[];
  readonly today: Day;
}

function aboutDaysOff(text: string, dated: string, { days, today }: Said): CalendarQuestion | null {
  const holiday = holidaySaid(dated);
  const year = isComingTet(dated, holiday, today) ? null : yearSaid(text, today);
  const [day] = days.filter(({ anyWeek }) => !anyWeek);
  if (makeUp.test(dated)) return aboutMakeUp(dated, { days, today }, year);
  const rest = restWords.test(dated);
  if (day && isDayQuestion(dated, day, holiday)) return { kind: 'day', day: day.day };
  if (day && holiday && mayFile.test(dated)) return { kind: 'day', day: day.day };
  if (holiday && ((rest && howLong.test(dated)) || isWhen(dated, holiday))) return { kind: 'break', holiday, year };
  if (holiday && office.test(dated) && openWords.test(dated)) return { kind: 'break', holiday, year };
  return calendarWords.test(dated) && asking.test(dated) ? { kind: 'year', year } : null;
}

/** In the second half of a year "Tết năm nay" is the one that people get ready for. */
const isComingTet = (dated: string, holiday: Holiday | null, today: Day): boolean =>
  holiday === 'tet' && today.slice(5) > '07-01' && thisYear.test(dated);
const thisYear = vi`\bnăm nay\b`;

const anySaturday = vi`\b(?:nào|những|các|mấy|sắp tới|bao giờ)\b`;

function aboutMakeUp(dated: string, { days }: Said, year: number | null): CalendarQuestion {
  const [day] = days;
  return day && !(day.anyWeek && anySaturday.test(dated)) ? { kind: 'day', day: day.day } : { kind: 'make-ups', year };
}

/** A day that is named asks for itself; a holiday by its date asks for the whole break, unless it is asked whether it is off. */
function isDayQuestion(dated: string, day: DaySaid, holiday: Holiday | null): boolean {
  if (isWhatDay.test(dated)) return true;
  if (!openWords.test(dated) || dated.split(' ').length > longest) return false;
  if (holiday !== null) return !howManyOff.test(dated);
  const weekend = ['saturday', 'sunday'].includes(weekdayOf(day.day));
  return office.test(dated) || restWords.test(dated) || weekend || day.dated;
}
/** A story of more words is about something else. */
const longest = 18;
const isWhatDay = vi`\b(?:là|có phải(?: là)?) (?:ngày )?(?:nghỉ )?(?:lễ|nghỉ|làm bù)(?: (?:gì|nào|không|hả|à))?(?: [?.!])*$`;
const howManyOff = vi`\b(?:mấy|bao nhiêu) (?:ngày|hôm|bữa)\b|\btừ (?:ngày )?(?:nào|mấy)\b|\b(?:đến|tới|hết) (?:ngày )?(?:nào|mấy)\b`;

/** "Giỗ Tổ là ngày nào", "Tết năm nay rơi vào ngày mấy dương". A date that is already told asks for nothing. */
const isWhen = (dated: string, holiday: Holiday): boolean =>
  (holiday === 'tet' || holiday === 'hung-kings') && holidayWhen.test(dated) && !paper.test(dated);
const paper = vi`\b(?:nộp|hồ sơ|giấy|đăng ký|thủ tục|tiền|nhận)\b`;
