/** `npm run knowledge -- lint | stats | draft CODE`: checks, counts and drafts. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { draftGuide } from './draft-guide.ts';
import { checkGuide } from './fact-check/check-guide.ts';
import { describeFinding } from './fact-check/finding.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { KnowledgeFileError } from './load-yaml.ts';
import type { PortalRecord } from './records/portal-record.ts';
import { readRecords } from './records/read-records.ts';

const folder = import.meta.dirname;
const recordFolder = join(folder, '../../shared/data/procedures');
const recordFiles = ['national_2026.jsonl', 'bqp_2025.jsonl'].map((name) => join(recordFolder, name));
const say = (text: string) => process.stdout.write(`${text}\n`);

async function recordsByCode(): Promise<Map<string, PortalRecord>> {
  const records = new Map<string, PortalRecord>();
  for (const file of recordFiles.filter((name) => existsSync(name))) {
    for await (const record of readRecords(file)) records.set(record.id, record);
  }
  return records;
}

/** Exit code: 0 when nothing is wrong. `codes` limits the fact check to these guides. */
async function lint(codes: readonly string[]): Promise<number> {
  let knowledge: ReturnType<typeof loadKnowledge>;
  try {
    knowledge = loadKnowledge(folder);
  } catch (error) {
    if (!(error instanceof KnowledgeFileError)) throw error;
    say(error.message);
    return 1;
  }
  const records = await recordsByCode();
  if (records.size === 0) say(`No records at ${recordFolder}: facts are not compared.`);
  const guides = knowledge.guides.filter((guide) => codes.length === 0 || codes.includes(guide.code));
  const findings = guides.flatMap((guide) => {
    const record = records.get(guide.code);
    return record ? checkGuide(guide, record) : [];
  });
  for (const finding of findings) say(describeFinding(finding));
  say(`${guides.length} guides, ${knowledge.cards.length} cards, ${findings.length} findings`);
  return findings.length === 0 ? 0 : 1;
}

async function draft(code: string | undefined): Promise<number> {
  const record = (await recordsByCode()).get(code ?? '');
  if (!record) {
    say(`No record ${code ?? '(no code given)'} under ${recordFolder}.`);
    return 1;
  }
  say(draftGuide(record, new Date().toISOString().slice(0, 10)));
  return 0;
}

const [command, ...rest] = process.argv.slice(2);
const commands: Readonly<Record<string, () => Promise<number>>> = {
  lint: () => lint(rest),
  draft: () => draft(rest[0]),
};
const run = commands[command ?? ''];
if (!run) say('knowledge lint [CODE…] | draft CODE');
process.exitCode = run ? await run() : 2;
