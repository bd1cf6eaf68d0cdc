/** Days and hours of a dossier as people say them, in Vietnam's time. */
import type { Speech } from '../texts/speech.ts';

const zone = 'Asia/Ho_Chi_Minh';
const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: '2-digit', month: '2-digit', year: 'numeric' });
const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long' });

/** `25/11/2026`, in both languages: it is what stands on the slip. */
export const dayOf = (moment: string): string => day.format(new Date(moment));

/** `16:00`. */
export const hourOf = (moment: string): string => hour.format(new Date(moment));

/** `thứ tư, 25/11/2026`. */
export const namedDayOf = (moment: string, speech: Speech): string =>
  speech.say('filed.day', {
    weekday: speech.say(`filed.weekday.${weekday.format(new Date(moment)).toLowerCase()}`),
    day: dayOf(moment),
  });

const sortable = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });

/** `2026-11-25`, to compare days by. */
export const dayKey = (moment: string): string => sortable.format(new Date(moment));
