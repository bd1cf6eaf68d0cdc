/** What there is to tell of one dossier, and to whom. */
import type { Block } from '../answer.ts';
import type { Library } from '../library.ts';
import type { Speech } from '../texts/speech.ts';
import type { DossierTopic } from '../understand/dossier-topic.ts';
import type { DossierReading } from './dossier-desk.ts';
import type { DaysLate } from './dossier-state.ts';

export interface Telling {
  readonly reading: DossierReading;
  readonly topic: DossierTopic;
  readonly speech: Speech;
  readonly library: Library;
  /** The moment of asking. */
  readonly at: Date;
  readonly daysLate: DaysLate;
  /** Days and months that the citizen named, `22` or `22/11`. */
  readonly namedDays: readonly string[];
}

export const say = (text: string): Block => ({ kind: 'say', text });
