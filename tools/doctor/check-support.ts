/** Whether the parts are still looked after, by a small list with dates: `support.yaml`. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Finding } from './finding.ts';

const day = z.iso.date();
const listSchema = z.strictObject({
  checkedOn: day,
  parts: z.array(
    z.strictObject({ part: z.string(), until: day.nullable(), source: z.url(), mend: z.string().min(10) }),
  ),
});
export type SupportList = z.infer<typeof listSchema>;

export const loadSupport = (file = join(import.meta.dirname, 'support.yaml')): SupportList =>
  listSchema.parse(parse(readFileSync(file, 'utf8')));

const dayMs = 86_400_000;
/** An update of a ward's PC takes its time. */
const warnDays = 180;
const listDays = 365;

/** @param used the parts of this installation, as the list names them. */
export function checkSupport(
  used: readonly string[],
  now: Date,
  { parts, checkedOn } = loadSupport(),
): readonly Finding[] {
  const findings = parts.flatMap(({ part, until, source, mend }): Finding[] => {
    if (until === null || !used.includes(part)) return [];
    const left = Math.floor((Date.parse(until) - now.getTime()) / dayMs);
    if (left > warnDays) return [];
    const what =
      left < 0 ? `${part} is looked after no more since ${until}.` : `${part} is looked after until ${until}.`;
    return [{ stops: false, what, why: `Faults found later are not mended there (${source}).`, how: mend }];
  });
  const age = Math.floor((now.getTime() - Date.parse(checkedOn)) / dayMs);
  if (age > listDays)
    findings.push({
      stops: false,
      what: `The list of supported versions is of ${checkedOn}.`,
      why: 'What it says of newer versions is missing.',
      how: 'Update the program; the list is tools/doctor/support.yaml.',
    });
  return findings;
}

const lockDays = 180;

/** @param file package-lock.json: an update writes it. */
export function checkLockFile(
  now: Date,
  file = join(import.meta.dirname, '..', '..', 'package-lock.json'),
): readonly Finding[] {
  const days = Math.floor((now.getTime() - statSync(file).mtimeMs) / dayMs);
  if (days < lockDays) return [];
  return [
    {
      stops: false,
      what: `The parts of the program were last updated ${days} days ago.`,
      why: 'Mended faults of libraries are not in it.',
      how: 'Fetch the newest release and run npm run update.',
    },
  ];
}
