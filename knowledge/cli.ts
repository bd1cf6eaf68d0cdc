/** `npm run knowledge -- lint [CODE…] | stats [--json] | draft CODE | import … | approve … | reject … | diff …` */
import { userInfo } from 'node:os';
import { readConfig, SettingError } from '../config.ts';
import { draftGuide } from './draft-guide.ts';
import { checkGuide } from './fact-check/check-guide.ts';
import { checkOwnGuide } from './fact-check/check-own-guide.ts';
import { describeFinding } from './fact-check/finding.ts';
import type { CommandPlace } from './import/command.ts';
import { approveCommand, rejectCommand } from './import/decide-command.ts';
import { diffCommand } from './import/diff-command.ts';
import { importCommand } from './import/import-command.ts';
import { ImportError } from './import/import-error.ts';
import { currentVersion, readVersion } from './import/version-store.ts';
import { dayInVietnam } from './lint/lint-dates.ts';
import { lintKnowledge } from './lint/lint-knowledge.ts';
import { describeNote } from './lint/lint-note.ts';
import { loadKnowledge, readKnowledge } from './load-knowledge.ts';
import { KnowledgeFileError } from './load-yaml.ts';
import { findRecords, recordFolder } from './records/find-records.ts';
import { countKnowledge } from './stats/count-knowledge.ts';
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
  const notes = lintKnowledge(knowledge, today).filter(wanted);
  const warnings = notes.filter(({ grade }) => grade === 'warning').length;
  const wrong = findings.length + notes.length - warnings;
  for (const line of [...findings.map(describeFinding), ...notes.map(describeNote)]) say(line);
  say(`${guides.length} guides, ${knowledge.cards.length} cards, ${wrong} findings, ${warnings} warnings`);
  return wrong === 0 ? 0 : 1;
}

async function stats(options: readonly string[]): Promise<number> {
  const counts = countKnowledge(loadKnowledge(folder), today);
  say(options.includes('--json') ? JSON.stringify(counts) : statsTable(counts));
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
  draft: () => draft(rest[0]),
  import: () => importCommand(rest, importing()),
  approve: async () => approveCommand(rest, importing()),
  reject: async () => rejectCommand(rest, importing()),
  diff: async () => diffCommand(rest, importing()),
};
const run = commands[command ?? ''];
if (!run)
  say('knowledge lint [CODE…] | stats [--json] | draft CODE | import FILE… | approve … | reject … | diff [CODE…]');
try {
  process.exitCode = run ? await run() : 2;
} catch (error) {
  if (!(error instanceof KnowledgeFileError || error instanceof ImportError || error instanceof SettingError))
    throw error;
  say(error.message);
  process.exitCode = 1;
}
