/** The door through which a turn reads the asker's own dossiers. */
import type { ImportedDossier } from '../../knowledge/index.ts';
import type { Rung } from '../identity/rights.ts';

/** Who a person is in a dossier. */
export const relations = ['applicant', 'filer', 'guardian', 'authorised'] as const;
export type Relation = (typeof relations)[number];

/** A dossier as the store keeps it: no identity number is in it. */
export type KeptDossier = Omit<ImportedDossier, 'applicant' | 'filedBy' | 'onBehalf'> & {
  /** Name of the one it is for; `null` when unknown, masked where the rung allows no more. */
  readonly applicantName: string | null;
  readonly filerName: string | null;
};

export interface Asker {
  readonly citizenId: string;
  readonly rung: Rung;
}

export interface DossierReading {
  readonly id: string;
  readonly dossier: KeptDossier;
  /** What the asker is in it; [] where a second factor alone opened it. */
  readonly relations: readonly Relation[];
  /** Whether everything may be said; else status and promised date alone. */
  readonly whole: boolean;
  /** When the program last heard of it from its source. */
  readonly keptAt: Date;
  /** Whether a live source was asked just now and did not answer. */
  readonly sourceDown: boolean;
}

/** Reads the asker's own dossiers; the database decides what comes back. */
export interface DossierDesk {
  /** What the asker may see, latest first, with what his rung allows of each; [] for an anonymous one. */
  read(asker: Asker): Promise<readonly DossierReading[]>;
}
