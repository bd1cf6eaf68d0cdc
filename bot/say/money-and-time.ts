/** Amounts and dates as people write them in Vietnamese. */

const groups = new Intl.NumberFormat('vi-VN');

/** `20000` → `20.000 đồng`. */
export const dong = (amount: number): string => `${groups.format(amount)} đồng`;

/** `2026-11-21` → `21/11/2026`. */
export const plainDay = (day: string): string => day.split('-').reverse().join('/');

/** First letter as in the middle of a sentence, unless it begins an abbreviation or a name of two capitals. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** With one full stop at the end. */
export const asSentence = (text: string): string => `${upperFirst(text.trim()).replace(/[.;,:\s]+$/, '')}.`;
