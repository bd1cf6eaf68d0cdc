/** A moment as one says it: `thứ Hai 23/11, 7 giờ 30`. */
import { momentOf } from '../../knowledge/index.ts';
import type { Speech } from '../texts/speech.ts';

export function sayMoment(at: Date, { locale }: Pick<Speech, 'locale'>): string {
  const { day, clock } = momentOf(at);
  const [, month = '', date = ''] = day.split('-');
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'Asia/Ho_Chi_Minh' }).format(at);
  const on = `${Number(date)}/${Number(month)}`;
  if (locale === 'en') return `${weekday} ${on}, ${clock}`;
  const [hours = '', minutes = ''] = clock.split(':');
  const time = minutes === '00' ? `${Number(hours)} giờ` : `${Number(hours)} giờ ${minutes}`;
  return `${weekday.replace(/^T/, 't')} ${on}, ${time}`;
}
