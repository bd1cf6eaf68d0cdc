/** What an officer of the drill remembers, to be compared with the database at the end. */

/** A word whose acknowledgement he got. */
export interface AckedWord {
  readonly id: string;
  readonly handOffId: string;
  readonly text: string;
}

export interface OfficerRecord {
  readonly staffId: string;
  readonly words: AckedWord[];
  /** Words answered `lost`: nothing of them may be said. */
  readonly refused: { readonly handOffId: string; readonly text: string; readonly tries: number }[];
  readonly notes: { readonly handOffId: string; readonly text: string }[];
  /** Ids of citizens' messages that he was shown while he had the talk, and in the look after its end. */
  readonly seen: { readonly while: Set<string>; readonly after: Set<string> };
}

export const newRecord = (staffId: string): OfficerRecord => ({
  staffId,
  words: [],
  refused: [],
  notes: [],
  seen: { while: new Set(), after: new Set() },
});

/** Figures would be masked as codes of dossiers: `14` is `be`. */
export const letters = (value: number): string =>
  String(value).replace(/\d/g, (figure) => 'abcdefghij'[Number(figure)] ?? '');
