/** What the engine searches. */
import type { Level, Way } from '../../knowledge/index.ts';

/** Parts of a document's body, in the order in which the index keeps them. */
export const sections = ['documents', 'steps', 'conditions', 'results', 'methods', 'legal', 'about'] as const;
export type Section = (typeof sections)[number];

/** One procedure. `id` is its code, or `card:<slug>` for a card without a code, or any id for `plain`. */
export interface SearchDocument {
  readonly id: string;
  readonly kind: 'guide' | 'card' | 'record' | 'plain';
  readonly title: string;
  /** As people say it; `null` where nobody wrote it. */
  readonly plainTitle: string | null;
  readonly field: string | null;
  /** Empty when unknown. */
  readonly levels: readonly Level[];
  /** Empty strings where there is nothing. */
  readonly body: Readonly<Record<Section, string>>;
  readonly ways: readonly Way[];
  /** Siblings share a family; `null` lets the engine derive one from the title. */
  readonly family: string | null;
  readonly variant: string | null;
  readonly isDefault: boolean;
}
