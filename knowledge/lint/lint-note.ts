/** One thing that `knowledge lint` has to say about a guide or a card. */
import { type Card, idOfCard } from '../card.ts';
import type { Guide } from '../guide.ts';

export interface LintNote {
  /** An error stops `npm test`; a warning asks for somebody's attention. */
  readonly grade: 'error' | 'warning';
  /** Code of the guide or card; `card:…` where no source gives one. */
  readonly code: string;
  /** The field in question, e.g. `variant` or `ways.3`. */
  readonly path: string;
  readonly says: string;
}

export const describeNote = ({ grade, code, path, says }: LintNote): string =>
  `${grade === 'error' ? '' : 'warning: '}${code} ${path}: ${says}`;

/** What a guide or a card is called in a note. */
export const nameOf = (entry: Guide | Card): string => idOfCard(entry);
