/** `reports/<name>.measured.json`, as long runs keep it: load, faults, attacks, benches of a door. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Figure, machineSchema } from './scorecard.ts';

const bound = z.union([z.object({ most: z.number() }), z.object({ least: z.number() })]);
const keptSchema = z.object({
  name: z.string(),
  command: z.string(),
  at: z.iso.datetime(),
  commit: z.string(),
  machine: machineSchema,
  figures: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      value: z.number().nullable(),
      unit: z.string(),
      target: bound.nullable(),
    }),
  ),
});
export type KeptMeasured = z.infer<typeof keptSchema>;

/** `null` where there is none. @throws when it is in another form: a result must not vanish in silence. */
export function readMeasured(folder: string, name: string): KeptMeasured | null {
  const file = join(folder, `${name}.measured.json`);
  return existsSync(file) ? keptSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Their labels are in English alone. */
export const measuredFigures = ({ name, figures }: KeptMeasured): readonly Figure[] =>
  figures.map(({ id, label, value, unit, target }): Figure => {
    const own = { id: `${name}.${id.replaceAll(/[^\w.@+-]/g, '-')}`, words: { vi: label, en: label }, unit, value };
    const rest = { data: 'simulated', interval: null, n: null, hits: null } as const;
    if (target === null) return { ...own, ...rest, target: null, met: null };
    if ('most' in target)
      return { ...own, ...rest, target: { atMost: target.most }, met: value !== null && value <= target.most };
    return { ...own, ...rest, target: { atLeast: target.least }, met: value !== null && value >= target.least };
  });
