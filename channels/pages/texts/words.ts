/** Words of every page: places filled in, dates as people in Vietnam write them, the language of a piece of text. */

export type Language = 'vi' | 'en';

/** Puts values into a text: `Đã có {done} trong {all}`. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));

const zone = 'Asia/Ho_Chi_Minh';
const clocks: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  vi: new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone }),
  en: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone }),
};

/** `09:41`, the time in Vietnam wherever the reader is. */
export const clockOf = (at: Date, language: Language): string => clocks[language].format(at);

/** `2026-11-21` as `21/11/2026`; anything else stays as it is. */
export const dayOf = (iso: string): string => iso.replace(/^(\d{4})-(\d{2})-(\d{2}).*$/, '$3/$2/$1');

/** The language of a piece of an answer: records are Vietnamese whatever the interface speaks. */
export const languageOf = (text: string): Language => {
  const marked = text.match(/[ăâđêôơưà-ãè-êìíò-õùúýạ-ỹ]/giu)?.length ?? 0;
  return marked * 25 >= text.length ? 'vi' : 'en';
};
