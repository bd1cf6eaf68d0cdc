/** The shape in which a model's sentences are judged: what it may point to, what was kept, what was caught. */
import type { Locale } from '../../message.ts';

/** One fact of a cited record that a sentence may point to by its token. */
export interface Field {
  /** As it stands in a draft between double braces: `fee.1`, `paper.3`, `source.1`. */
  readonly token: string;
  /** Code of the guide or card. */
  readonly code: string;
  /** What stands in its place in a sentence: rendered from the record, without a full stop. */
  readonly text: string;
}

/** What a draft is held against. */
export interface Fields {
  readonly fields: readonly Field[];
  /** Every sentence of the cited records: words, papers and claims are borne out by these. */
  readonly sentences: readonly string[];
  /** Names of the cited procedures, which may be said without a token. */
  readonly titles: readonly string[];
  readonly language: Locale;
  /** Whether filing costs nothing in every case of every cited record: then "miễn phí" may be said. */
  readonly allFree: boolean;
  /** A person reads the draft before it goes out: it may say that a part was not found. */
  readonly mayBridge?: boolean;
  /** Words of address, filled in for `{{you}}`, `{{You}}`, `{{me}}`, `{{Me}}`. */
  readonly address: Readonly<Record<'you' | 'You' | 'me' | 'Me', string>>;
}

export const wordingRules = [
  'hidden-sign',
  'markup',
  'token-unknown',
  'token-mixed',
  'figure',
  'mark',
  'prompt',
  'promise',
  'lawsuit',
  'instruction',
  'other-person',
  'claim',
  'paper-not-in-record',
  'language',
  'address',
  'word-not-in-record',
  'without-fact',
  'length',
] as const;
export type WordingRule = (typeof wordingRules)[number];

export interface Caught {
  readonly rule: WordingRule;
  /** Its place in the draft, from 0. */
  readonly sentence: number;
  /** What gave it away, masked: for editors. */
  readonly because: string;
}

export interface Judged {
  /** Sentences in which nothing was caught, with their tokens filled in. */
  readonly kept: readonly string[];
  readonly caught: readonly Caught[];
}
