/** `knowledge lint [CODE…]`: facts against their records, then every rule; of the whole also the calendar and local files. */
import { join } from 'node:path';
import { lintCalendar, readCalendarFiles } from '../calendar/index.ts';
import { checkGuide } from '../fact-check/check-guide.ts';
import { checkOwnGuide } from '../fact-check/check-own-guide.ts';
import { describeFinding, type Finding } from '../fact-check/finding.ts';
import type { Guide } from '../guide.ts';
import { lintKnowledge } from '../lint/lint-knowledge.ts';
import { describeNote, type LintNote } from '../lint/lint-note.ts';
import { type Knowledge, readKnowledge } from '../load-knowledge.ts';
import { lintLocal } from '../local/lint-local.ts';
import { loadLocal } from '../local/load-local.ts';
import { loadPlaces } from '../places/load-places.ts';
import { findCatalogue, findRecords, recordFolder } from '../records/find-records.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import type { Surroundings } from './surroundings.ts';

/** Exit code: 0 when nothing is wrong; warnings are no wrong. `codes` limits what is said to these guides and cards. */
export async function lintCommand(codes: readonly string[], surroundings: Surroundings): Promise<number> {
  const { folder, today, say } = surroundings;
  const knowledge = readKnowledge(folder);
  const unknown = unknownCodes(codes, knowledge);
  if (unknown.length > 0) {
    say(`No guide or card has the code ${unknown.join(', ')}: see knowledge/guides and knowledge/cards.`);
    return 2;
  }
  const records = await findRecords();
  if (records.size === 0) say(`No records at ${recordFolder}: facts are not compared.`);
  const wanted = ({ code }: { readonly code: string }) => codes.length === 0 || codes.includes(code);
  const guides = knowledge.guides.filter(wanted);
  const findings = findingsOf(guides, records);
  const published = new Set([...findCatalogue(), ...records.keys()]);
  const notes = lintKnowledge(knowledge, today, published).filter(wanted);
  if (codes.length === 0) notes.push(...lintSurroundings(surroundings, knowledge));
  const warnings = notes.filter(({ grade }) => grade === 'warning').length;
  const wrong = findings.length + notes.length - warnings;
  for (const line of [...findings.map(describeFinding), ...notes.map(describeNote)]) say(line);
  say(`${guides.length} guides, ${knowledge.cards.length} cards, ${wrong} findings, ${warnings} warnings`);
  return wrong === 0 ? 0 : 1;
}

/** A word that names nothing would be told that nothing is wrong with it. */
function unknownCodes(codes: readonly string[], { guides, cards }: Knowledge): string[] {
  const known = new Set<string | null>([...guides, ...cards].map(({ code }) => code));
  return codes.filter((code) => !known.has(code) && !code.startsWith('card:'));
}

const findingsOf = (guides: readonly Guide[], records: ReadonlyMap<string, PortalRecord>): Finding[] =>
  guides.flatMap((guide) => {
    const record = records.get(guide.code);
    if (record) return checkGuide(guide, record);
    return records.size > 0 ? checkOwnGuide(guide, records) : [];
  });

const lintSurroundings = ({ folder, localFolder, today }: Surroundings, { guides }: Knowledge): LintNote[] => [
  ...lintCalendar(readCalendarFiles(join(folder, 'calendar')), today),
  ...lintLocal(loadLocal(localFolder, loadPlaces(join(folder, 'places'))), { guides, today }),
];
