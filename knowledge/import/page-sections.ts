/** The portal's page of one procedure, as labels and what stands under each: paragraphs and tables in order. */
import type { OfficeFile, Table } from '../files/index.ts';
import { foldText } from '../plain-text.ts';

/** Labels as the page has them, folded. */
const labels = {
  code: /^ma thu tuc( hanh chinh)?|^ma tthc/,
  decision: /^so quyet dinh|^quyet dinh cong bo/,
  name: /^ten thu tuc( hanh chinh)?/,
  levels: /^cap thuc hien/,
  type: /^loai thu tuc/,
  field: /^linh vuc/,
  steps: /^trinh tu thuc hien/,
  methods: /^cach thuc thuc hien/,
  documents: /^thanh phan( ho so|, so luong)/,
  audience: /^doi tuong thuc hien/,
  performedBy: /^co quan thuc hien/,
  authority: /^co quan co tham quyen/,
  receivedAt: /^dia chi tiep nhan/,
  delegated: /^co quan duoc uy quyen/,
  together: /^co quan phoi hop/,
  results: /^ket qua thuc hien/,
  legal: /^can cu phap ly/,
  conditions: /^yeu cau,? dieu kien/,
  keywords: /^tu khoa/,
  about: /^mo ta$/,
} as const;
export type Label = keyof typeof labels;

export type SectionPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: Table };

export type Sections = ReadonlyMap<Label, readonly SectionPart[]>;

/** A label is short; a sentence that begins with its words is none. */
const longestLabel = 60;

export function sectionsOf({ parts }: Pick<OfficeFile, 'parts'>): Sections {
  const sections = new Map<Label, SectionPart[]>();
  const held: { current: SectionPart[] } = { current: [] };
  const take = (line: string): void => {
    const labelled = labelIn(line);
    if (labelled) {
      held.current = sections.get(labelled.label) ?? [];
      sections.set(labelled.label, held.current);
    }
    const text = labelled ? labelled.rest : line;
    if (text !== '') held.current.push({ kind: 'text', text });
  };
  for (const part of parts) {
    if (part.kind === 'paragraph') take(part.text);
    else if (!part.rows.some(([head]) => labelIn(head ?? ''))) held.current.push({ kind: 'table', rows: part.rows });
    // A page laid out as a table: the label stands in the first cell, its text in the others.
    else for (const cells of part.rows) for (const line of [...new Set(cells)].flatMap(linesIn)) take(line);
  }
  return sections;
}

const linesIn = (cell: string) => cell.split('\n').filter((line) => line.trim() !== '');

function labelIn(line: string): { readonly label: Label; readonly rest: string } | null {
  const [head = '', ...rest] = line.split(':');
  if (head.length > longestLabel || (rest.length === 0 && !isAlone(head))) return null;
  const folded = foldText(head).replace(/^[\d.)\s-]+/, '');
  const label = (Object.keys(labels) as Label[]).find((one) => labels[one].test(folded));
  return label ? { label, rest: rest.join(':').trim() } : null;
}

/** Without a colon a label is the whole line, and no longer than labels are. */
const isAlone = (line: string) => line.trim().split(/\s+/).length <= 6;

export const textIn = (sections: Sections, label: Label): string | null => {
  const lines = (sections.get(label) ?? []).flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  return lines.length > 0 ? lines.join('\n') : null;
};
