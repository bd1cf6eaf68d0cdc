/** The dossiers that a line of `ask --jsonl` brings along: kept and read as any, in a store that lasts for the run. */
import { randomUUID } from 'node:crypto';
import { importedDossierSchema } from '../../knowledge/index.ts';
import type { ThrowAwayStore } from '../store/throw-away-store.ts';
import type { Asker, DossierDesk } from './dossier-desk.ts';
import { createDossierDesk } from './read-dossiers.ts';

export interface LineDossiers extends DossierDesk {
  /** Puts these in the place of those of the line before, as the asker's own. The first call opens the store. */
  load(dossiers: readonly unknown[]): Promise<Asker>;
  /** Does nothing when no line needed the store. */
  close(): Promise<void>;
}

/** @param open called when the first line brings dossiers, and never before: the other lines cost no database. */
export function openLineDossiers(open: () => Promise<ThrowAwayStore>): LineDossiers {
  let opened: Promise<ThrowAwayStore> | null = null;
  let isEmpty = true;
  const theStore = (): Promise<ThrowAwayStore> => {
    opened ??= open();
    return opened;
  };
  return {
    async load(dossiers) {
      const asker: Asker = { citizenId: randomUUID(), rung: 'signed-in' };
      isEmpty = dossiers.length === 0;
      if (!isEmpty) await keep(await theStore(), dossiers, asker.citizenId);
      return asker;
    },
    async read(asker) {
      if (isEmpty) return [];
      const { store } = await theStore();
      return createDossierDesk({ database: store.database }).read(asker);
    },
    // A store that did not open has nothing to close, and its lines have been told.
    close: async () => (await opened?.catch(() => null))?.close(),
  };
}

async function keep({ store, secretKey, clear }: ThrowAwayStore, dossiers: readonly unknown[], citizenId: string) {
  const { bindPerson, personKeyOf } = await import('../store/index.ts');
  await clear();
  await store.database.withCitizen(citizenId, (handle) =>
    handle.insertInto('citizen').values({ id: citizenId, created_at: new Date() }).execute(),
  );
  const number = ownerOf(dossiers);
  await bindPerson(store.database, { citizenId, personKey: personKeyOf(secretKey, number) });
  // The states are those of the line, whatever the clock of this machine says.
  await store.dossiers.keep(
    dossiers.map((dossier) => owned(dossier, number)),
    { source: 'line', now: endOfTime },
  );
}

const endOfTime = new Date('9999-01-01T00:00:00Z');
/** For lines that name nobody: the line itself says whose the dossiers are. */
const nobody = '000000000000';

/** The number that stands in most of them; of two as frequent the one who filed. */
function ownerOf(dossiers: readonly unknown[]): string {
  const counts = new Map<string, number>();
  for (const value of dossiers) {
    const { data } = importedDossierSchema.safeParse(value);
    const numbers = [data?.filedBy, data?.applicant].flatMap((person) => person?.identityNumber ?? []);
    for (const number of new Set(numbers)) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? nobody;
}

/** Every dossier of the line is the asker's: where his number is not in it, he acts for the one it is for. */
function owned(value: unknown, number: string): unknown {
  const { data } = importedDossierSchema.safeParse(value);
  if (!data || typeof value !== 'object') return value;
  const inIt = [data.applicant, data.filedBy, ...(data.onBehalf ?? [])].some(
    (person) => person?.identityNumber === number,
  );
  if (inIt) return value;
  if (!data.applicant?.identityNumber) return { ...value, applicant: { ...data.applicant, identityNumber: number } };
  return { ...value, onBehalf: [...(data.onBehalf ?? []), { role: 'authorised', identityNumber: number }] };
}
