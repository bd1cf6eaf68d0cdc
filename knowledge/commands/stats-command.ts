/** `knowledge stats [--json] [--counts] [--by field|commune]`: the five criteria as figures. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge, readKnowledge } from '../load-knowledge.ts';
import { loadLocal } from '../local/load-local.ts';
import { loadPlaces } from '../places/load-places.ts';
import { communeFacts } from '../stats/commune-facts.ts';
import { countKnowledge } from '../stats/count-knowledge.ts';
import { criteriaTable, shareText } from '../stats/criteria-table.ts';
import { coreCovered, criteriaByCommune, criteriaByField, criteriaOf } from '../stats/five-criteria.ts';
import { coreCodes, measureKnowledge } from '../stats/measure-knowledge.ts';
import { statsTable } from '../stats/stats-table.ts';
import type { Surroundings } from './surroundings.ts';

const usage = 'knowledge stats [--json] [--counts] [--by field|commune]';
const options = {
  json: { type: 'boolean', default: false },
  counts: { type: 'boolean', default: false },
  by: { type: 'string', default: 'field' },
} as const;

/** Exit code: 0, or 2 when the arguments make no sense. */
export async function statsCommand(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const asked = readOptions(args);
  if (!asked) {
    surroundings.say(usage);
    return 2;
  }
  if (asked.by === 'commune') sayByCommune(asked.json, surroundings);
  else await sayByField(asked, surroundings);
  return 0;
}

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options });
    return ['field', 'commune'].includes(values.by) ? values : null;
  } catch {
    return null;
  }
}

interface Asked {
  readonly json: boolean;
  readonly counts: boolean;
}

async function sayByField({ json, counts: countsOnly }: Asked, { folder, today, say }: Surroundings): Promise<void> {
  const counts = countKnowledge(loadKnowledge(folder), today);
  const knowledge = readKnowledge(folder);
  const measured = await measureKnowledge(knowledge, today);
  const fields = criteriaByField(measured);
  const total = criteriaOf('tất cả', measured);
  const core = coreCovered(coreCodes(), knowledge.guides);
  if (json) say(JSON.stringify({ ...counts, criteria: { fields, total, core } }));
  else if (countsOnly) say(statsTable(counts));
  else
    say(`${criteriaTable([...fields, total])}\n\nfull guides of the procedures asked about most: ${shareText(core)}`);
}

function sayByCommune(json: boolean, { folder, localFolder, today, say }: Surroundings): void {
  const places = loadPlaces(join(folder, 'places'));
  const facts = communeFacts(loadLocal(localFolder, places), { places, guides: loadKnowledge(folder).guides, today });
  const rows = criteriaByCommune(facts, today);
  if (json) say(JSON.stringify({ communes: rows }));
  else if (rows.length > 0) say(criteriaTable(rows));
  else say(`No commune has a file in ${localFolder} yet: set one up with npm run knowledge -- setup, then ask again.`);
}
