/** What a run printed, kept in `reports/evaluations/<id>.json`, so that a long session can be cut and gone on with. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { machineSchema } from './scorecard.ts';

const keptSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  commit: z.string(),
  machine: machineSchema,
  seconds: z.number(),
  exitCode: z.number(),
  printed: z.string(),
});
export type KeptRun = z.infer<typeof keptSchema>;

const fileOf = (folder: string, id: string) => join(folder, 'evaluations', `${id}.json`);

export function keepRun(folder: string, run: KeptRun): void {
  mkdirSync(join(folder, 'evaluations'), { recursive: true });
  writeFileSync(fileOf(folder, run.id), `${JSON.stringify(run, null, 2)}\n`);
}

/** `null` where nothing was kept, or what was is cut short: then it has to run again. */
export function readKept(folder: string, id: string): KeptRun | null {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(fileOf(folder, id), 'utf8')));
  } catch {
    return null;
  }
}
