/** Small pieces of the page: text in two languages, a bar with its interval. */
import { escapeHtml } from '../../report/bar-chart.ts';
import { type Language, withInterval } from '../figure-words.ts';
import type { Figure, Said } from '../scorecard.ts';

const languages: readonly Language[] = ['vi', 'en'];

/** Both languages; the switch at the top hides one. `make` may add what depends on the language. */
export const both = (said: Said, make: (text: string, language: Language) => string = escapeHtml): string =>
  languages
    .map((language) => `<span class="${language}" lang="${language}">${make(said[language], language)}</span>`)
    .join('');

/** The same words with something written per language. */
export const each = (make: (language: Language) => string): string =>
  both({ vi: '', en: '' }, (_text, language) => escapeHtml(make(language)));

const width = 100;

/** Shares alone: other units have no common scale. The figure stands beside it in words, so readers of screens skip it. */
export function bar({ unit, value, interval, target, met }: Figure): string {
  if (unit !== '%' || value === null) return '';
  const x = (share: number) => Math.min(width, Math.max(0, share)).toFixed(1);
  const limit = target === null ? null : Object.values(target)[0];
  return [
    `<svg viewBox="0 0 ${width} 10" preserveAspectRatio="none" aria-hidden="true" class="${met === false ? 'low' : 'ok'}">`,
    `<rect class="all" width="${width}" height="10"/><rect class="have" width="${x(value)}" height="10"/>`,
    interval ? `<path class="spread" d="M${x(interval.low)} 5H${x(interval.high)}"/>` : '',
    limit === undefined || limit === null ? '' : `<path class="limit" d="M${x(limit)} 0V10"/>`,
    '</svg>',
  ].join('');
}

export const resultOf = (figure: Figure): string => each((language) => withInterval(figure, language));
