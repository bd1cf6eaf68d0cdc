/** The rights table as the how-to page shows it. */
import { deeds, type Relation, type Right, relations, rightsTable, rungs, sights } from './rights.ts';

const columns: readonly Right[] = [...sights, ...deeds];
const headOf: Readonly<Record<Relation, string>> = {
  applicant: 'the one it is for',
  filer: 'the one who filed',
  guardian: 'parent or guardian',
  authorised: 'authorised person',
};

/** Rows of rung and relation, a mark for each right; relations with the same rights share a row. */
export function rightsMarkdown(): string {
  const rows = rungs.flatMap((rung) => {
    const groups = new Map<string, Relation[]>();
    for (const relation of relations) {
      const key = columns.map((right) => (rightsTable[rung][relation].includes(right) ? 'yes' : '')).join(' | ');
      groups.set(key, [...(groups.get(key) ?? []), relation]);
    }
    return [...groups].map(([cells, who]) => {
      const name = who.length === relations.length ? 'anybody' : who.map((one) => headOf[one]).join(', ');
      return `| ${rung} | ${name} | ${cells} |`;
    });
  });
  return [`| rung | who | ${columns.join(' | ')} |`, `|${' --- |'.repeat(columns.length + 2)}`, ...rows].join('\n');
}
