/** The form of the calendar's files: `decisions.yaml` and one file a year. */
import { z } from 'zod';

const day = z.iso.date();

export const holidays = ['new-year', 'tet', 'hung-kings', 'reunification', 'labour', 'national', 'culture'] as const;
export type Holiday = (typeof holidays)[number];

/** A text of the State that a day rests on. */
export const decisionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** `9441/TB-BNV`. */
  number: z.string().min(3),
  title: z.string().min(5),
  issuer: z.string().min(3),
  on: day.nullable(),
  url: z.url().nullable(),
  /** `original`: the text was read; `report`: its number and content were read in reports. */
  seen: z.enum(['original', 'report']),
});
export type Decision = z.infer<typeof decisionSchema>;

export const specialDaySchema = z.strictObject({
  day,
  /**
   * `holiday`: a day of the law; `in-lieu`: off for a holiday that fell on a weekend (nghỉ bù); `swapped`: a working day
   * off in exchange (hoán đổi); `make-up`: the Saturday worked for it (làm bù).
   */
  kind: z.enum(['holiday', 'in-lieu', 'swapped', 'make-up']),
  holiday: z.enum(holidays),
  /** The id of the decision. */
  basis: z.string(),
  /** False until the text that decides it is named: answers then say so. */
  certain: z.boolean(),
  /** The working day that a `make-up` stands for: its hours are kept. */
  instead: day.optional(),
});
export type SpecialDay = z.infer<typeof specialDaySchema>;

export const calendarYearSchema = z.strictObject({
  year: z.number().int().min(2020).max(2100),
  /** The yearly notice of Tết and National Day; `null` until it is published. */
  notice: z.string().nullable(),
  /** Whether swaps may still be announced. */
  mayChange: z.boolean(),
  checkedOn: day,
  days: z.array(specialDaySchema).min(1),
});
export type CalendarYear = z.infer<typeof calendarYearSchema>;
