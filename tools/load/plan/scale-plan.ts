/** What the figures of one measured run mean for more people. All of it is arithmetic: nothing is measured here. */

/** From a measured run; each is named in docs/scale.md. */
export interface MeasuredCosts {
  /** CPU of the program and of PostgreSQL for one web turn, in ms. */
  readonly serverMsPerTurn: number;
  readonly postgresMsPerTurn: number;
  /** CPU of both for a thousand open chats at rest, in ms a second; memory of the program, in MB, 0: less than it varies. */
  readonly idleMsPerThousand: number;
  readonly idleMbPerThousand: number;
  /** Memory of the program with its knowledge, before anybody has come, in MB. */
  readonly programMb: number;
  /** In bytes, indexes included. */
  readonly bytesPerConversation: number;
  readonly bytesPerTurn: number;
  readonly bytesPerDossier: number;
  /** Written ahead for one turn: what a read copy is sent and an archive keeps. */
  readonly walBytesPerTurn: number;
  /** The same, by table. */
  readonly byTable: readonly TableCost[];
}

export interface TableCost {
  readonly table: string;
  readonly perConversation: number;
  readonly perTurn: number;
  readonly perDossier: number;
}

/** What nobody has measured: set by the planner, said in the document. */
export interface Assumptions {
  readonly conversationsPerYear: number;
  readonly turnsPerConversation: number;
  readonly dossiersPerYear: number;
  /** Hours of a year in which people ask. */
  readonly hoursPerYear: number;
  /** The busiest hour against the mean of those hours. */
  readonly peak: number;
  /** A chat stays open for so long, in minutes. */
  readonly openMinutes: number;
  /** Talks are kept for so long, in years. */
  readonly keptYears: number;
  /** How full a core is planned to be at the peak. */
  readonly fullness: number;
  /** Connections that one copy of the program holds at most. */
  readonly connectionsPerCopy: number;
}

export const assumed: Assumptions = {
  conversationsPerYear: 1,
  turnsPerConversation: 4,
  dossiersPerYear: 1.5,
  hoursPerYear: 250 * 9,
  peak: 5,
  openMinutes: 15,
  keptYears: 2,
  fullness: 0.6,
  connectionsPerCopy: 23,
};

export interface Place {
  readonly name: string;
  readonly citizens: number;
}

export const places: readonly Place[] = [
  { name: 'a ward', citizens: 30_000 },
  { name: 'a province of 130 communes', citizens: 3_000_000 },
  { name: 'the country', citizens: 100_000_000 },
];

export interface ScalePlan extends Place {
  readonly turnsPerYear: number;
  readonly peakTurns: number;
  readonly openChats: number;
  /** Cores that the program and PostgreSQL need at the peak, planned to be no fuller than assumed. */
  readonly serverCores: number;
  readonly postgresCores: number;
  /** Copies of the program: one a core, and two at least where one may fail. */
  readonly copies: number;
  readonly connections: number;
  /** Of one copy, with its share of the open chats, in MB. */
  readonly memoryPerCopyMb: number;
  /** In bytes. */
  readonly talkBytesPerYear: number;
  readonly dossierBytesPerYear: number;
  readonly keptBytes: number;
  readonly walBytesPerSecond: number;
  /** Rows of `turn` in a month. */
  readonly turnRowsPerMonth: number;
}

export function planFor(place: Place, costs: MeasuredCosts, assumptions: Assumptions = assumed): ScalePlan {
  const { fullness, peak, hoursPerYear, openMinutes, turnsPerConversation } = assumptions;
  const conversations = place.citizens * assumptions.conversationsPerYear;
  const turnsPerYear = conversations * turnsPerConversation;
  const peakTurns = (turnsPerYear / (hoursPerYear * 3600)) * peak;
  const openChats = (peakTurns / turnsPerConversation) * openMinutes * 60;
  const idleCores = ((openChats / 1000) * costs.idleMsPerThousand) / 1000;
  const serverCores = ((peakTurns * costs.serverMsPerTurn) / 1000 + idleCores) / fullness;
  const copies = Math.max(place.citizens > 100_000 ? 2 : 1, Math.ceil(serverCores));
  const talkBytesPerYear = conversations * costs.bytesPerConversation + turnsPerYear * costs.bytesPerTurn;
  const dossierBytesPerYear = place.citizens * assumptions.dossiersPerYear * costs.bytesPerDossier;
  return {
    ...place,
    ...{ turnsPerYear, peakTurns, openChats, serverCores, copies, talkBytesPerYear, dossierBytesPerYear },
    postgresCores: (peakTurns * costs.postgresMsPerTurn) / 1000 / fullness,
    connections: copies * assumptions.connectionsPerCopy,
    memoryPerCopyMb: costs.programMb + (openChats / copies / 1000) * costs.idleMbPerThousand,
    keptBytes: (talkBytesPerYear + dossierBytesPerYear) * assumptions.keptYears,
    walBytesPerSecond: peakTurns * costs.walBytesPerTurn,
    turnRowsPerMonth: turnsPerYear / 12,
  };
}
