/** The figures of `evaluate groups --json`: of the half that no threshold was set on. */
import { z } from 'zod';
import { lastLine, type ReadFigures } from './read-evaluation.ts';
import { rounded } from './rounded.ts';
import type { Figure } from './scorecard.ts';

const share = z.object({ value: z.number(), low: z.number(), high: z.number() });
const printedSchema = z.array(z.object({ half: z.string(), questions: z.number(), precision: share, recall: share }));

const kinds = {
  precision: { vi: 'Câu được gom chung đúng là cùng một việc', en: 'Pairs grouped together are of one matter' },
  recall: { vi: 'Câu cùng một việc được gom chung', en: 'Pairs of one matter are grouped together' },
} as const;
/** As `evaluations/groups/run-groups.ts` gates them, in per cent. */
const least = { precision: 65, recall: 60 } as const;

/** @throws for another form, and where the half that was held out is missing. */
export function readGroups(printed: string): ReadFigures {
  const held = printedSchema.parse(JSON.parse(lastLine(printed))).find(({ half }) => half === 'held out');
  if (!held) throw new RangeError('evaluate groups printed no half that was held out');
  const figures = (['precision', 'recall'] as const).map((kind): Figure => {
    const { value, low, high } = held[kind];
    const interval = { low: rounded(low * 100), high: rounded(high * 100) };
    const own = { id: `groups.${kind}`, words: kinds[kind], data: 'own', unit: '%', interval, hits: null } as const;
    const met = value * 100 >= least[kind];
    return { ...own, value: rounded(value * 100), n: held.questions, target: { atLeast: least[kind] }, met };
  });
  return { figures, missing: [] };
}
