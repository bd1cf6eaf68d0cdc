/** What supervisors are shown of a week. Numbers alone: no word, no person. */
import { type Status, statuses } from '../answer.ts';
import type { ChannelName } from '../message.ts';
import type { IsoWeek } from './iso-week.ts';

/** How a turn ended; `with-officer`: said while an officer had the talk; `unanswered`: its answer never came. */
export const ends = [...statuses, 'with-officer', 'unanswered'] as const;
export type End = (typeof ends)[number];

/** What a question came to. Greetings and words to an officer are no questions. */
export const outcomes = ['answered', 'asked-back', 'unknown', 'not-ours', 'to-person', 'emergency', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

export const outcomeOf: Readonly<Record<End, Outcome | null>> = {
  answered: 'answered',
  partial: 'answered',
  dossier: 'answered',
  place: 'answered',
  clarify: 'asked-back',
  'login-required': 'asked-back',
  'declined-absent': 'unknown',
  'declined-other-level': 'not-ours',
  'declined-out-of-scope': 'not-ours',
  'declined-unsafe': 'not-ours',
  'handed-off': 'to-person',
  emergency: 'emergency',
  failed: 'failed',
  unanswered: 'failed',
  smalltalk: null,
  'with-officer': null,
};

/** In seconds; `null` while there is nothing to count. `count`: how many were measured. */
export interface Spread {
  readonly count: number;
  readonly mean: number | null;
  readonly median: number | null;
  /** Nine of ten took no longer. */
  readonly p90: number | null;
}

export interface TurnFigures {
  /** Messages of citizens. */
  readonly turns: number;
  /** Of these, questions: the sum of `byOutcome`, of `byChannel`, of `byField`, of `byUnit`. */
  readonly questions: number;
  /** Talks that began. */
  readonly begun: number;
  readonly byEnd: Readonly<Partial<Record<Status | 'with-officer' | 'unanswered', number>>>;
  readonly byOutcome: Readonly<Record<Outcome, number>>;
  readonly byChannel: Readonly<Partial<Record<ChannelName, number>>>;
  /** Lĩnh vực, most first; `null`: about no one procedure. */
  readonly byField: readonly { readonly field: string | null; readonly questions: number }[];
  /** Most asked first, at most ten. */
  readonly procedures: readonly { readonly code: string; readonly title: string; readonly questions: number }[];
  readonly byUnit: readonly UnitFigures[];
  /** Thumbs of citizens on answers. */
  readonly up: number;
  readonly down: number;
}

export interface UnitFigures {
  /** `null`: from no known commune. */
  readonly unit: string | null;
  readonly name: string;
  readonly questions: number;
  /** Without a person. */
  readonly answered: number;
}

/** Why a talk was lost: it ended before any officer had said a word. */
export const lossReasons = ['out-of-hours', 'officer-silent', 'nobody-called', 'withdrawn', 'left', 'closed'] as const;
export type LossReason = (typeof lossReasons)[number];

export interface HandOffFigures {
  readonly total: number;
  readonly byCause: Readonly<Record<string, number>>;
  readonly byChannel: Readonly<Partial<Record<ChannelName, number>>>;
  readonly lost: Readonly<Record<LossReason, number>>;
  /** From asking to the officer's first word. */
  readonly wait: Spread;
  /** The same, counting only while the desk is open. */
  readonly openWait: Spread;
  /** From taking over to the end. */
  readonly handling: Spread;
  readonly ratings: Ratings;
  /** The same by channel; those that nobody rated are missing. */
  readonly ratingsByChannel: Readonly<Partial<Record<ChannelName, Ratings>>>;
}

export interface Ratings {
  /** One star first. */
  readonly counts: readonly [number, number, number, number, number];
  readonly count: number;
  readonly mean: number | null;
}

export interface WeekFigures extends TurnFigures {
  readonly handOffs: HandOffFigures;
}

/** Cases past their promised day that the office still has, as they are now. */
export interface LateDossiers {
  readonly late: number;
  /** Promised within the next three days. */
  readonly soon: number;
  readonly byProcedure: readonly { readonly title: string; readonly late: number }[];
}

/** Share of answers in the weekly sample that were wrong and harmful, with its 95 % interval. */
export interface HarmfulRate {
  readonly marked: number;
  readonly harmful: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

export interface Figures {
  readonly week: IsoWeek;
  /** Monday and Sunday. */
  readonly from: string;
  readonly to: string;
  /** `false`: the week still runs, and numbers grow. */
  readonly over: boolean;
  /** When the latest day was counted; `null`: none was. */
  readonly countedAt: Date | null;
  readonly now: WeekFigures;
  readonly before: WeekFigures;
  /** The last twelve weeks, this one last. */
  readonly weeks: readonly {
    readonly week: IsoWeek;
    readonly questions: number;
    readonly answered: number;
    readonly handOffs: number;
  }[];
  readonly dossiers: LateDossiers;
  /** `null`: nobody marks samples here, or none of this week were marked. */
  readonly sample: HarmfulRate | null;
}
