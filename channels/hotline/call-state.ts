/** What is remembered of a call from one turn to the next. */
import type { Option } from '../../bot/index.ts';
import type { SpokenPage, Utterance } from '../speech/speak-answer.ts';
import type { CallAction, SpeakingRate } from './call.ts';

export interface CallState {
  /** What was said last, for "nói lại". */
  readonly last: readonly Utterance[];
  /** What is still to be said of the answer. */
  readonly pages: readonly SpokenPage[];
  readonly rate: SpeakingRate;
  /** Turns in a row without a word that was understood. */
  readonly misses: number;
  /** Turns in a row that brought him nothing. */
  readonly unhelped: number;
  /** Turns in a row in which something of ours broke. */
  readonly failures: number;
  /** What the answer offered, by key from 1. */
  readonly options: readonly Option[];
  /** What the next words or keys mean. */
  readonly awaits: Awaited;
  /** How the caller calls himself, once he did. */
  readonly callsSelf: string | null;
  /** Officers were rung; the next failure is no second try. */
  readonly triedPerson: boolean;
  /** The guide whose papers were told last: what a checklist would hold. `null`: none. */
  readonly papersOf: string | null;
  /** What he was told of the list of papers: that it can be left, that it can be sent. */
  readonly offered: 'nothing' | 'code' | 'zalo';
  /** He saw a case of his own in this call: a hint for what to offer, and no proof. */
  readonly sawOwn: boolean;
  /** Figures that were pressed and wait for the rest: of a number, of a proof. */
  readonly pressed: string;
}

/** `else`: whether there is anything more. `call-back`: whether to be called. `number`, `is-number`: at which number. */
export type Awaited =
  | 'question'
  | 'else'
  | 'more'
  | 'menu'
  | 'call-back'
  | 'number'
  | 'is-number'
  | 'dossier-code'
  | 'one-time-code'
  | 'last-six'
  | 'birth-date';

/** Figures that are pressed, with `#` at the end: how many at most. */
export const figuresOf: Partial<Readonly<Record<Awaited, number>>> = {
  number: 12,
  'dossier-code': 24,
  'one-time-code': 7,
  'last-six': 7,
  'birth-date': 9,
};

export const freshCall: CallState = {
  last: [],
  pages: [],
  rate: 'normal',
  misses: 0,
  unhelped: 0,
  failures: 0,
  options: [],
  awaits: 'question',
  callsSelf: null,
  triedPerson: false,
  papersOf: null,
  offered: 'nothing',
  sawOwn: false,
  pressed: '',
};

/** What came of a turn: what to do now, and what to remember. */
export interface Step {
  readonly action: CallAction;
  readonly state: CallState;
}
