/** Keeps dossiers as their sources tell them, and says honestly what it did not take. */
import type { Database } from './database.ts';
import { type KeepOutcome, keepBatch } from './keep-dossiers.ts';
import { type DossierRow, readDossierRow } from './read-dossier-row.ts';

/** Why a row was not taken, or what of it is doubtful. The words are for an operator: no name, number or text of a case. */
export type KeepNote =
  /** Not an object, or without a code. */
  | 'unreadable'
  /** The store has a newer one. */
  | 'older'
  /** Another source told of this code first; what two sources say of one code is believed of neither without a person. */
  | 'other-source'
  /** Its `updatedAt` is later than now. It is kept, and its moment counts as now, so that the true next change is taken. */
  | 'clock-ahead'
  /** Without `updatedAt`: taken only because the store had none of this code. */
  | 'undated'
  /** No applicant with twelve digits: nobody can see it. */
  | 'nobody'
  /** Its persons are others than before. */
  | 'persons-changed'
  /** Its status is not on the list. */
  | 'unknown-status';

export interface Kept {
  readonly added: number;
  readonly changed: number;
  readonly left: number;
  /** By the row's place in the list given, from 0. */
  readonly notes: readonly { readonly row: number; readonly note: KeepNote }[];
}

export interface DossierStore {
  /**
   * Keeps a list in one transaction, in its order. An older `updatedAt` never overwrites a newer one; the same one with
   * another content does. A state that is known already only moves when the source was last heard.
   *
   * @param options.now for clocks that are ahead; the default is the moment of the call.
   */
  keep(list: readonly unknown[], options: { readonly source: string; readonly now?: Date }): Promise<Kept>;
}

/** Rows of one statement: a dozen values each, of the 65,535 that a statement may have. */
const batch = 500;

interface Numbered {
  readonly row: number;
  readonly read: DossierRow;
}

export const makeDossiers = (database: Database, secretKey: Buffer): DossierStore => ({
  keep: (list, { source, now = new Date() }) =>
    database.withJob('dossiers', async (handle) => {
      const outcomes: KeepOutcome[] = list.map(() => ({ done: 'left', notes: ['unreadable'] }));
      const read = list.flatMap((value, row): Numbered[] => {
        const one = readDossierRow(value, { now, secretKey });
        return one ? [{ row, read: one }] : [];
      });
      for (const part of partsOf(read)) {
        const rows = part.map((one) => one.read);
        for (const [index, outcome] of (await keepBatch(handle, rows, { source, now })).entries())
          outcomes[part[index]?.row ?? 0] = outcome;
      }
      return keptOf(outcomes);
    }),
});

/**
 * Batches in which no code stands twice, the earlier of two rows of a code in an earlier batch. By code, so that two
 * copies of the program that keep the same list never wait for each other.
 */
function partsOf(rows: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const seen = new Map<string, number>();
  const waves = Map.groupBy(rows, ({ read: { code } }) => {
    const nth = (seen.get(code) ?? -1) + 1;
    seen.set(code, nth);
    return nth;
  });
  return [...waves.values()].flatMap((wave) => {
    const sorted = wave.toSorted((a, b) => (a.read.code < b.read.code ? -1 : 1));
    return Array.from({ length: Math.ceil(sorted.length / batch) }, (_, index) =>
      sorted.slice(index * batch, (index + 1) * batch),
    );
  });
}

const keptOf = (outcomes: readonly KeepOutcome[]): Kept => {
  const count = (done: KeepOutcome['done']) => outcomes.filter((one) => one.done === done).length;
  return {
    added: count('added'),
    changed: count('changed'),
    left: count('left'),
    notes: outcomes.flatMap(({ notes }, row) => notes.map((note) => ({ row, note }))),
  };
};
