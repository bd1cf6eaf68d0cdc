/** The figures of `evaluate NAME --json`. */
import { z } from 'zod';
import { rounded } from './rounded.ts';
import type { Data, Figure, Said } from './scorecard.ts';
import { wordsOf } from './words.ts';

const share = z.number().nullable();
const measureSchema = z.object({
  origin: z.enum(['own', 'shared']),
  set: z.string(),
  check: z.string(),
  label: z.string(),
  group: z.string().nullable(),
  hits: z.number(),
  of: z.number(),
  value: share,
  low: share,
  high: share,
  threshold: z
    .object({ atLeast: z.number().optional(), atMost: z.number().optional(), below: z.number().optional() })
    .nullable(),
});
type Printed = z.infer<typeof measureSchema>;

const printedSchema = z.object({ skipped: z.array(z.string()), measures: z.array(measureSchema) });

export interface ReadFigures {
  readonly figures: readonly Figure[];
  readonly missing: readonly Said[];
}

/** Styles and kinds are left to the report of the evaluation; transforms have no other rows. @throws for another form. */
export function readEvaluation(printed: string): ReadFigures {
  const { skipped, measures } = printedSchema.parse(JSON.parse(lastLine(printed)));
  const shown = measures.filter(({ group, set }) => group === null || set === 'transforms');
  return { figures: shown.map(figureOf), missing: skipped.map(missingOf) };
}

/** Words that npm or a library may print first are no figures. */
export const lastLine = (printed: string): string => printed.trim().split('\n').at(-1) ?? '';

const missingOf = (text: string): Said => ({
  vi: `phần này cần bộ câu hỏi dùng chung ở ../shared/data (${text})`,
  en: text,
});

const outsideSets = ['redteam', 'redteam-honest'];
const dataOf = ({ origin, set }: Printed): Data => {
  if (outsideSets.includes(set)) return 'outside';
  return origin === 'own' ? 'own' : 'development';
};

function figureOf(measure: Printed): Figure {
  const { set, check, group, value, low, high, hits, of } = measure;
  const data = dataOf(measure);
  return {
    id: [set, data, check, ...(group === null ? [] : [group])].join('.'),
    words: wordsOf(set, check, group),
    data,
    unit: '%',
    value: percent(value),
    interval: low === null || high === null ? null : { low: percent(low) ?? 0, high: percent(high) ?? 0 },
    n: of,
    hits,
    ...judged(measure),
  };
}

function judged({ value, threshold }: Printed): Pick<Figure, 'target' | 'met'> {
  if (threshold === null) return { target: null, met: null };
  const { atLeast, atMost, below } = threshold;
  if (atLeast !== undefined) return { target: { atLeast: atLeast * 100 }, met: value !== null && value >= atLeast };
  if (atMost !== undefined) return { target: { atMost: atMost * 100 }, met: value !== null && value <= atMost };
  return { target: { below: (below ?? 0) * 100 }, met: value !== null && value < (below ?? 0) };
}

const percent = (value: number | null) => (value === null ? null : rounded(value * 100));
