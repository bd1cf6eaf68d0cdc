/** The words of the editors' views, and how days and shares are written there. */
import words from './words.json' with { type: 'json' };

export { fill } from '../../texts/texts.ts';
export { words };

export const dayText = (moment: string): string =>
  new Date(moment).toLocaleDateString('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });

/** `null` travels for what is no number: nothing was marked as yet. */
export const percentText = (share: number | null): string =>
  share === null ? '–' : `${(100 * share).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} %`;

/** A word of a closed list, or the word itself where the list has none. */
export const wordOf = (list: Readonly<Record<string, string>>, key: string): string => list[key] ?? key;
