/** `knowledge export`: all that is known as JSON lines, for another to use. */
import { exportLines } from '../export/export-knowledge.ts';
import { loadKnowledge } from '../load-knowledge.ts';
import type { Surroundings } from './surroundings.ts';

/** Exit code. @throws {PersonalDataError} when something of a person stands in it. */
export function exportCommand(args: readonly string[], { folder, today, say }: Surroundings): number {
  if (args.some((word) => word !== '--json')) {
    say('knowledge export --json > FILE.jsonl');
    return 2;
  }
  for (const line of exportLines({ ...loadKnowledge(folder), today })) say(line);
  return 0;
}
