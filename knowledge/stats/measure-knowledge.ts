/** What the five criteria are reckoned from: the comparison with the records and the lint, run once. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkGuide } from '../fact-check/check-guide.ts';
import { lintKnowledge } from '../lint/lint-knowledge.ts';
import type { Knowledge } from '../load-knowledge.ts';
import { findCatalogue, findRecords, recordFolder } from '../records/find-records.ts';
import type { Measured } from './five-criteria.ts';

/** @param knowledge as `readKnowledge` gives it. @param today `2026-11-21`. */
export async function measureKnowledge(
  knowledge: Pick<Knowledge, 'guides' | 'cards'>,
  today: string,
): Promise<Measured> {
  const records = await findRecords();
  const compared = knowledge.guides.flatMap((guide) => {
    const record = records.get(guide.code);
    return record ? [{ code: guide.code, wrong: checkGuide(guide, record).length > 0 }] : [];
  });
  const published = new Set([...findCatalogue(), ...records.keys()]);
  const errors = lintKnowledge(knowledge, today, published).filter(({ grade }) => grade === 'error');
  return {
    ...knowledge,
    today,
    compared: new Set(compared.map(({ code }) => code)),
    contradicted: new Set(compared.filter(({ wrong }) => wrong).map(({ code }) => code)),
    unclean: new Set(errors.map(({ code }) => code)),
  };
}

/** Codes of the procedures that wards are asked about most; empty where the list is not there. */
export function coreCodes(folder = recordFolder): readonly string[] {
  const file = join(folder, 'core.tsv');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return lines.flatMap((line) => line.split('\t')[1] ?? []);
}
