/** Reads the portal's export of one procedure (`.docx`; the old `.doc` is often HTML or RTF inside) as a record. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { readOfficeFile } from '../files/index.ts';
import { foldText } from '../plain-text.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import { cleanRecord } from './clean-record.ts';
import { type Found, refused } from './found.ts';
import { type Sections, sectionsOf, textIn } from './page-sections.ts';
import { documentsIn, lawsIn, methodsIn } from './page-tables.ts';

export async function* readPortalPage(file: string): AsyncGenerator<Found> {
  const where = basename(file);
  const sections = sectionsOf(await readOfficeFile(file));
  const codes = new Set((textIn(sections, 'code') ?? '').match(/\d\.\d{6}/g) ?? []);
  const [id] = codes;
  const name = textIn(sections, 'name');
  const levels = levelsIn(textIn(sections, 'levels'));
  if (!id) yield refused(where, 'no "Mã thủ tục" inside: is it the portal\'s page of one procedure?');
  else if (codes.size > 1)
    yield refused(where, `holds several codes (${[...codes].join(', ')}): export each procedure by itself`);
  else if (!name) yield refused(where, `${id}: no "Tên thủ tục" inside`);
  else if (levels.length === 0) yield refused(where, `${id}: no "Cấp thực hiện" inside that is one of xã, tỉnh, bộ`);
  else yield { kind: 'record', where, record: cleanRecord(recordOf({ id, name, levels }, sections, dayOf(file))) };
}

type Head = Pick<PortalRecord, 'id' | 'name' | 'levels'>;

function recordOf(head: Head, sections: Sections, crawled: string): PortalRecord {
  const text = (label: Parameters<typeof textIn>[1]) => textIn(sections, label);
  const parts = (label: Parameters<typeof textIn>[1]) => sections.get(label) ?? [];
  return {
    ...head,
    name: head.name.replace(/\n/g, ' '),
    agencyGroup: null,
    field: text('field'),
    decision: text('decision'),
    audience: text('audience'),
    authority: text('authority'),
    performedBy: text('performedBy'),
    receivedAt: text('receivedAt'),
    steps: text('steps'),
    methods: methodsIn(parts('methods')),
    documents: documentsIn(parts('documents')),
    legalNumbers: [],
    legal: lawsIn(parts('legal')),
    legalText: null,
    conditions: text('conditions'),
    results: resultsIn(text('results')),
    url: null,
    source: null,
    crawled,
  };
}

const levelWords: readonly (readonly [RegExp, string])[] = [
  [/\bxa\b|\bphuong\b/, 'Cấp xã'],
  [/\btinh\b/, 'Cấp tỉnh'],
  [/\bbo\b|trung uong/, 'Cấp bộ'],
  [/co quan khac/, 'Cơ quan khác'],
];

const levelsIn = (text: string | null): string[] =>
  levelWords.flatMap(([word, level]) => (word.test(foldText(text ?? '')) ? [level] : []));

const resultsIn = (text: string | null): PortalRecord['results'] =>
  (text ?? '')
    .split(/\n|;/)
    .map((name) => name.trim().replace(/[.,]$/, ''))
    .filter((name) => /\p{L}{2}/u.test(name))
    .map((name) => ({ name, code: null }));

/** The day on which the file was written: not later than that the page was looked at. */
const dayOf = (file: string) => statSync(file).mtime.toISOString().slice(0, 10);
