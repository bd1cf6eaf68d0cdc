/** How a figure is written, on the page and in the README alike. */
import type { Figure, Target } from './scorecard.ts';

export type Language = 'vi' | 'en';

/** One digit behind the point; two for a count, which has none as a rule. */
const digitsOf = (unit: string): number => (unit === '' ? 2 : 1);

const numeral = (value: number, digits: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);

/** `92,7 %` in Vietnamese, `92.7 %` in English; a dash for what has no value. */
export function written(value: number | null, unit: string, language: Language, digits = digitsOf(unit)): string {
  if (value === null) return '–';
  return `${numeral(value, digits, language)}${unit === '' ? '' : ` ${unit}`}`;
}

/** `92,7 % (87,3–95,9)`. What misses its target has a digit more, so that no rounding carries it over. */
export function withInterval({ value, unit, interval, met }: Figure, language: Language): string {
  const said = written(value, unit, language, met === false ? 2 : digitsOf(unit));
  if (interval === null || value === null) return said;
  const [low, high] = [interval.low, interval.high].map((end) => numeral(end, digitsOf(unit), language));
  return `${said} (${low}–${high})`;
}

/** `≥ 90 %`. */
export function bound(target: Target, unit: string, language: Language): string {
  if ('atLeast' in target) return `≥ ${written(target.atLeast, unit, language)}`;
  if ('atMost' in target) return `≤ ${written(target.atMost, unit, language)}`;
  return `< ${written(target.below, unit, language)}`;
}

/** `2026-11-22`, in the time of Vietnam. */
export const dayOf = (at: string): string => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);
