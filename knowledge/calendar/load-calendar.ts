/** Reads the calendar's files. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadYaml } from '../load-yaml.ts';
import { type Calendar, makeCalendar } from './calendar.ts';
import { type CalendarYear, calendarYearSchema, type Decision, decisionSchema } from './special-day.ts';

export interface CalendarFiles {
  readonly decisions: readonly Decision[];
  readonly years: readonly CalendarYear[];
}

/** @throws {KnowledgeFileError} naming file, line and field of what is broken. */
export function readCalendarFiles(folder: string): CalendarFiles {
  const names = readdirSync(join(folder, 'years')).filter((name) => name.endsWith('.yaml'));
  return {
    decisions: loadYaml(join(folder, 'decisions.yaml'), z.array(decisionSchema)),
    years: names.toSorted().map((name) => loadYaml(join(folder, 'years', name), calendarYearSchema)),
  };
}

/**
 * The calendar of `folder`, where `decisions.yaml` and `years/` lie.
 *
 * @throws {KnowledgeFileError} when a file is broken. @throws {RangeError} when a year in between is missing.
 */
export function loadCalendar(folder: string): Calendar {
  const { decisions, years } = readCalendarFiles(folder);
  return makeCalendar(years, decisions);
}
