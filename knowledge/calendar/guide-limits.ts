/** The time limits of a guide as far as a day can be worked out from them: what its rows and its own sentences say. */
import type { Filing, Guide } from '../guide.ts';
import type { Clock } from './day.ts';
import type { TimeLimit } from './due-date.ts';

export interface GuideLimit {
  readonly via: readonly Filing['via'][];
  /** `null` when the row holds for everybody. */
  readonly case: string | null;
  /** `null`: the record has none, lost its unit, or it does not run from acceptance. */
  readonly limit: TimeLimit | null;
  /** Why `limit` is null. */
  readonly unknown: 'no-limit' | 'no-unit' | 'other-start' | null;
  /** From the guide's own words ("nhận sau 15 giờ … ngày làm việc tiếp theo"), else `null`. */
  readonly cutOff: Clock | null;
  /** The longest it may take when the record says that it can be drawn out ("kéo dài thì không quá 03 ngày làm việc"). */
  readonly atMost: TimeLimit | null;
}

/** "nhận sau 15 giờ thì … trong ngày làm việc tiếp theo": what comes later is done the next working day. */
const cutOffWords = /nhận\s(?:hồ sơ\s)?(?:được\s)?sau\s(\d{1,2})\sgiờ[^.;]{0,80}ngày\slàm\sviệc\stiếp\stheo/iu;
/** Where the sentence is about papers handed in at the desk, it says nothing of the other ways of filing. */
const atDeskOnly = /nộp\strực\stiếp[^.;]{0,40}sau\s\d{1,2}\sgiờ/iu;
/** "tính từ …", "kể từ …": what the limit runs from. */
const runsFrom = /(?:kể|tính)\stừ\s(?:khi|ngày|lúc|thời điểm)?\s?([^.;,]*)/giu;
const acceptanceWords = /nhận|nộp|tiếp nhận|đề nghị|yêu cầu|nào|thông báo lưu trú/iu;

/** Rows of the guide that say the same are one, in the order of the guide. */
export function limitsOf(guide: Guide): GuideLimit[] {
  const rows = guide.filing.map((filing) => limitOf(filing));
  const same = Map.groupBy(rows, ({ via: _via, ...rest }) => JSON.stringify(rest));
  return [...same.values()].flatMap((group) =>
    group[0] ? [{ ...group[0], via: [...new Set(group.flatMap(({ via }) => via))] }] : [],
  );
}

function limitOf({ via, case: which, time }: Filing): GuideLimit {
  const common = { via: [via], case: which };
  const cutOff = time && (via === 'in-person' || !atDeskOnly.test(time.text)) ? cutOffIn(time.text) : null;
  const stated: TimeLimit | null =
    time?.value != null && time.unit !== null ? { value: time.value, unit: time.unit } : null;
  // "Nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo" says that what comes earlier is done the same day.
  if (cutOff) return { ...common, limit: sameDay, unknown: null, cutOff, atMost: stated };
  if (time === null) return { ...common, ...none, unknown: 'no-limit' };
  if (stated === null) return { ...common, ...none, unknown: time.value === null ? 'no-limit' : 'no-unit' };
  if (startsElsewhere(time.text)) return { ...common, ...none, unknown: 'other-start' };
  return { ...common, limit: stated, unknown: null, cutOff: null, atMost: null };
}

const sameDay: TimeLimit = { value: 0, unit: 'working-day' };
const none = { limit: null, cutOff: null, atMost: null };

function cutOffIn(text: string): Clock | null {
  const hour = cutOffWords.exec(text)?.[1];
  return hour ? `${hour.padStart(2, '0')}:00` : null;
}

/** "kể từ ngày bắt đầu rà soát", "sau khi hết hạn nhận hồ sơ": a start that nobody at the desk can name. */
const startsElsewhere = (text: string): boolean =>
  /sau khi hết hạn/iu.test(text) ||
  [...text.matchAll(runsFrom)].some((match, index) => index === 0 && !acceptanceWords.test(match[1] ?? ''));
