/** `npm run knowledge -- COMMAND`: checks, counts, drafts, exports, local files, documents. Without a command it lists them. */
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { readConfig, SettingError } from '../config.ts';
import { dayInVietnam } from './day.ts';
import { documentCommand, documentUsage } from './documents/index.ts';
import { draftGuide } from './draft-guide.ts';
import { exportLines } from './export/export-knowledge.ts';
import { PersonalDataError } from './export/personal-number.ts';
import { checkGuide } from './fact-check/check-guide.ts';
import { checkOwnGuide } from './fact-check/check-own-guide.ts';
import { describeFinding } from './fact-check/finding.ts';
import type { CommandPlace } from './import/command.ts';
import { approveCommand, rejectCommand } from './import/decide-command.ts';
import { diffCommand } from './import/diff-command.ts';
import { importCommand } from './import/import-command.ts';
import { ImportError } from './import/import-error.ts';
import { currentVersion, readVersion } from './import/version-store.ts';
import { lintKnowledge } from './lint/lint-knowledge.ts';
import { describeNote } from './lint/lint-note.ts';
import { loadKnowledge, readKnowledge } from './load-knowledge.ts';
import { KnowledgeFileError } from './load-yaml.ts';
import { diffLocal, setUp } from './local/local-commands.ts';
import { findCatalogue, findRecords, recordFolder } from './records/find-records.ts';
import { countKnowledge } from './stats/count-knowledge.ts';
import { criteriaTable, shareText } from './stats/criteria-table.ts';
import {
  type CommuneFacts,
  coreCovered,
  criteriaByCommune,
  criteriaByField,
  criteriaOf,
} from './stats/five-criteria.ts';
import { coreCodes, measureKnowledge } from './stats/measure-knowledge.ts';
import { statsTable } from './stats/stats-table.ts';

const folder = import.meta.dirname;
const today = dayInVietnam(new Date());
const say = (text: string) => process.stdout.write(`${text}\n`);

/** Exit code: 0 when nothing is wrong; warnings are no wrong. `codes` limits what is said to these guides and cards. */
async function lint(codes: readonly string[]): Promise<number> {
  const knowledge = readKnowledge(folder);
  const records = await findRecords();
  if (records.size === 0) say(`No records at ${recordFolder}: facts are not compared.`);
  const wanted = ({ code }: { readonly code: string }) => codes.length === 0 || codes.includes(code);
  const guides = knowledge.guides.filter(wanted);
  const findings = guides.flatMap((guide) => {
    const record = records.get(guide.code);
    if (record) return checkGuide(guide, record);
    return records.size > 0 ? checkOwnGuide(guide, records) : [];
  });
  const published = new Set([...findCatalogue(), ...records.keys()]);
  const notes = lintKnowledge(knowledge, today, published).filter(wanted);
  const warnings = notes.filter(({ grade }) => grade === 'warning').length;
  const wrong = findings.length + notes.length - warnings;
  for (const line of [...findings.map(describeFinding), ...notes.map(describeNote)]) say(line);
  say(`${guides.length} guides, ${knowledge.cards.length} cards, ${wrong} findings, ${warnings} warnings`);
  return wrong === 0 ? 0 : 1;
}

/** Communes whose own facts are loaded; none as long as no local file is set up. */
const communes: readonly CommuneFacts[] = [];

async function stats(options: readonly string[]): Promise<number> {
  if (options.includes('commune')) return statsByCommune(options.includes('--json'));
  const counts = countKnowledge(loadKnowledge(folder), today);
  const knowledge = readKnowledge(folder);
  const measured = await measureKnowledge(knowledge, today);
  const fields = criteriaByField(measured);
  const total = criteriaOf('tất cả', measured);
  const core = coreCovered(coreCodes(), knowledge.guides);
  if (options.includes('--json')) say(JSON.stringify({ ...counts, criteria: { fields, total, core } }));
  else if (options.includes('--counts')) say(statsTable(counts));
  else
    say(`${criteriaTable([...fields, total])}\n\nfull guides of the procedures asked about most: ${shareText(core)}`);
  return 0;
}

function statsByCommune(json: boolean): number {
  const rows = criteriaByCommune(communes, today);
  if (json) say(JSON.stringify({ communes: rows }));
  else say(rows.length > 0 ? criteriaTable(rows) : 'No commune has a local file yet: set one up, then ask again.');
  return 0;
}

async function exportAll(): Promise<number> {
  for (const line of exportLines({ ...loadKnowledge(folder), today })) say(line);
  return 0;
}

async function draft(code: string | undefined): Promise<number> {
  const { folder: imported } = importing();
  const draftRecord = readVersion(imported, currentVersion(imported)).drafts.get(code ?? '')?.record;
  const record = draftRecord ?? (await findRecords()).get(code ?? '');
  say(record ? draftGuide(record, today) : `No record ${code ?? '(no code given)'} under ${recordFolder}.`);
  return record ? 0 : 1;
}

const importing = (): CommandPlace => ({
  folder: readConfig().importedFolder,
  knowledgeFolder: folder,
  user: userInfo().username,
  now: () => new Date(),
  say,
  tell: (text) => void process.stderr.write(`${text}\n`),
});

const [command, ...rest] = process.argv.slice(2);
const commands: Readonly<Record<string, () => Promise<number>>> = {
  lint: () => lint(rest),
  stats: () => stats(rest),
  export: exportAll,
  draft: () => draft(rest[0]),
  setup: () => setUp({ options: rest, input: process.stdin, say, today }),
  import: () => importCommand(rest, importing()),
  approve: async () => approveCommand(rest, importing()),
  reject: async () => rejectCommand(rest, importing()),
  diff: async () => (rest.includes('--local') ? diffLocal({ options: rest, say }) : diffCommand(rest, importing())),
  document: () => documentCommand(rest, { say, now: new Date(), dataFolder: join(folder, '..', 'data') }),
};
const run = commands[command ?? ''];
const usage = `knowledge lint [CODE…] | stats [--json] [--counts] [--by field|commune] | export --json | draft CODE
  import FILE… | approve … | reject … | diff [CODE…]
  setup [--answers FILE] | diff --local
${documentUsage}`;
if (!run) say(usage);
const isPlain = (error: unknown): error is Error =>
  [KnowledgeFileError, PersonalDataError, ImportError, SettingError].some((kind) => error instanceof kind);
try {
  process.exitCode = run ? await run() : 2;
} catch (error) {
  if (!isPlain(error)) throw error;
  say(error.message);
  process.exitCode = 1;
}
