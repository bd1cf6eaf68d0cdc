/** Brings a file of dossiers into the store, and says of every line that was not taken why. */
import { readDossierFile } from '../../knowledge/index.ts';
import type { KeepNote, Store } from '../store/index.ts';

export interface ImportReport {
  readonly lines: number;
  readonly added: number;
  readonly changed: number;
  readonly left: number;
  /** One sentence a line; no name, number or text of a case is in it. */
  readonly remarks: readonly string[];
}

const batch = 500;

const reasons: Readonly<Record<KeepNote, string>> = {
  unreadable: 'left out: it has no code',
  older: 'left out: the store has a newer state',
  'other-source': 'left out: another source told of this code first; ask both which is right',
  'clock-ahead': 'taken: its updatedAt lies in the future and counts as now; let the source set its clock',
  undated: 'it has no updatedAt: taken only where the store had none of this code',
  nobody: 'taken: it names nobody by twelve digits, so nobody can see it',
  'persons-changed': 'taken: its persons are others than before',
  'unknown-status': 'taken: its status is not on the list, so answers say that it is not known',
};

/** @param options.source names where the file comes from: a code belongs to the source that told of it first. */
export async function importDossiers(
  store: Pick<Store, 'dossiers'>,
  file: string,
  { source }: { readonly source: string },
): Promise<ImportReport> {
  const count = { lines: 0, added: 0, changed: 0, left: 0 };
  const remarks: string[] = [];
  const firstLines = new Map<string, number>();
  let waiting: { readonly line: number; readonly value: unknown }[] = [];
  const keep = async (): Promise<void> => {
    const kept = await store.dossiers.keep(
      waiting.map(({ value }) => value),
      { source },
    );
    count.added += kept.added;
    count.changed += kept.changed;
    count.left += kept.left;
    remarks.push(...kept.notes.map(({ row, note }) => `line ${waiting[row]?.line}: ${reasons[note]}`));
    waiting = [];
  };
  for await (const row of readDossierFile(file)) {
    count.lines += 1;
    if ('broken' in row) {
      count.left += 1;
      remarks.push(`line ${row.line}: left out: ${row.broken}`);
      continue;
    }
    const first = sameCodeBefore(firstLines, row);
    if (first !== null) remarks.push(`line ${row.line}: has the code of line ${first}; the later updatedAt holds`);
    waiting.push(row);
    if (waiting.length === batch) await keep();
  }
  await keep();
  return { ...count, remarks };
}

/** The line that had this code first; `null` for a code that is new. */
function sameCodeBefore(
  lines: Map<string, number>,
  { line, value }: { readonly line: number; readonly value: unknown },
): number | null {
  const code = typeof value === 'object' && value !== null && 'code' in value ? String(value.code).toUpperCase() : null;
  if (code === null) return null;
  const first = lines.get(code);
  if (first === undefined) lines.set(code, line);
  return first ?? null;
}
