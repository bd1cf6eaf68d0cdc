/** How long somebody has waited and how long there is left, as one says it. */
import { fill, texts } from '../texts/texts.ts';

const minuteMs = 60_000;
const { since, due } = texts.time;

/** `vừa xong`, `12 phút`, `3 giờ 5 phút`, `2 ngày`. @param ms not below 0. */
export function spanWords(ms: number): string {
  const minutes = Math.floor(ms / minuteMs);
  if (minutes < 1) return texts.time.moment;
  if (minutes < 60) return fill(texts.time.minutes, { minutes });
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return fill(texts.time.days, { days: Math.floor(hours / 24) });
  return minutes % 60 === 0
    ? fill(texts.time.hours, { hours })
    : fill(texts.time.hoursMinutes, { hours, minutes: minutes % 60 });
}

export const sinceWords = (askedAt: string, now: Date): string =>
  fill(since, { span: spanWords(Math.max(0, now.getTime() - Date.parse(askedAt))) });

export interface DueWords {
  readonly text: string;
  /** `late`: past; `soon`: within two minutes; `calm`: later. */
  readonly urgency: 'late' | 'soon' | 'calm';
}

const soonMs = 2 * minuteMs;

/** `null`: nothing is due. */
export function dueWords(dueAt: string | null, now: Date): DueWords | null {
  if (dueAt === null) return null;
  const left = Date.parse(dueAt) - now.getTime();
  if (left < 0) return { text: fill(due.late, { span: spanWords(-left) }), urgency: 'late' };
  if (left < minuteMs) return { text: due.now, urgency: 'soon' };
  return { text: fill(due.left, { span: spanWords(left) }), urgency: left < soonMs ? 'soon' : 'calm' };
}

const zone = 'Asia/Ho_Chi_Minh';
const clock = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone });
const day = new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: zone });

/** `09:41`: the time in Vietnam wherever the reader is. */
export const clockOf = (iso: string): string => clock.format(new Date(iso));

/** `22/11/2026`; what is no day stays as it is. */
export const dayOf = (iso: string): string => (Number.isNaN(Date.parse(iso)) ? iso : day.format(new Date(iso)));

/** `09:41`, with the day in front where it is not today's. */
export const momentWords = (iso: string, now: Date): string =>
  dayOf(iso) === dayOf(now.toISOString()) ? clockOf(iso) : `${clockOf(iso)} ${dayOf(iso)}`;
