/** Reads a moment as another system writes it. */
import type { DossierMapping } from './dossier-mapping.ts';

const dayFirst = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** @returns ISO 8601 with a zone, or the value as it came when it is in another form: then it is unknown, not guessed. */
export function readMoment(value: unknown, moments: DossierMapping['moments']): unknown {
  if (moments === 'day-first' && typeof value === 'string') return readDayFirst(value) ?? value;
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof count !== 'number' || !Number.isFinite(count)) return value;
  if (moments === 'unix-seconds') return isoOf(count * 1000) ?? value;
  if (moments === 'unix-ms') return isoOf(count) ?? value;
  return value;
}

/** On Vietnam's clock, which has had no summer time since 1975. A day alone is its first moment. */
function readDayFirst(text: string): string | null {
  const [, day = '', month = '', year = '', hour = '0', minute = '00', second = '00'] =
    dayFirst.exec(text.trim()) ?? [];
  if (year === '') return null;
  const two = (part: string) => part.padStart(2, '0');
  const iso = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}+07:00`;
  const at = new Date(iso);
  // 31/02 is read as 3 March by Date: a day that does not exist is no day.
  const sameDay = !Number.isNaN(at.getTime()) && new Date(at.getTime() + 7 * 3_600_000).getUTCDate() === Number(day);
  return sameDay ? iso : null;
}

function isoOf(ms: number): string | null {
  const at = new Date(ms);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
