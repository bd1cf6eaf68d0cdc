/** The door through which a turn reads the asker's own dossiers. */
import type { Relation, Rung } from '../identity/rights.ts';
import type { KeptDossier } from '../store/dossier-form.ts';

export type { KeptDossier } from '../store/dossier-form.ts';

export interface Asker {
  readonly citizenId: string;
  readonly rung: Rung;
}

export interface DossierReading {
  readonly id: string;
  readonly dossier: KeptDossier;
  /** What the asker is in it; `applicant` alone where a second factor opened it, who ever of them it was. */
  readonly relations: readonly Relation[];
  /** Whether his rung lets him see everything; what it does not is `null` in the dossier. */
  readonly whole: boolean;
  /** When the program last took it over from its source. */
  readonly keptAt: Date;
  /** A live source was asked just now and did not answer. */
  readonly sourceDown: boolean;
}

/** Reads the asker's own dossiers; the database decides what comes back. */
export interface DossierDesk {
  /** What the asker may see, latest first, with what his rung allows of each; [] for an anonymous one. */
  read(asker: Asker): Promise<readonly DossierReading[]>;
}
