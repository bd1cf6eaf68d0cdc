/** Days and holidays in the words of the text bundle. */
import { type Day, lunarOf, type SpecialDay, weekdayOf } from '../../knowledge/index.ts';
import type { Speech } from '../texts/speech.ts';

/** `23/11/2026`, without leading zeros, as people write it. */
export const shortDay = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${date}/${month}/${year}`;
};

/** `thứ Hai, 23/11/2026`. */
export const nameDay = (speech: Speech, day: Day): string =>
  speech.say('dayName.full', { weekday: speech.say(`weekday.${weekdayOf(day)}`), day: shortDay(day) });

/** With what is known of it: `thứ Hai, 8/2/2027 (mùng 3 Tết)`, `thứ Ba, 24/11/2026 (Ngày Văn hóa Việt Nam)`. */
export function nameSpecialDay(speech: Speech, special: SpecialDay): string {
  const day = nameDay(speech, special.day);
  return speech.say('dayName.special', { day, what: whatIs(speech, special) });
}

/** Why a day is off or worked: `mùng 3 Tết`, `nghỉ bù Giỗ Tổ Hùng Vương`. */
export function whatIs(speech: Speech, { kind, holiday, day }: SpecialDay): string {
  const name = speech.say(`holiday.${holiday}`);
  if (kind === 'holiday') return holiday === 'tet' ? dayOfTet(speech, day) : name;
  return speech.say(`dayKind.${kind}`, { holiday: name });
}

function dayOfTet(speech: Speech, day: Day): string {
  const { month, day: date } = lunarOf(day);
  return speech.say(month === 12 ? 'dayName.beforeTet' : 'dayName.tet', { date });
}
