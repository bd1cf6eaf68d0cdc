/** What the steps need from outside, handed in by the composition root. */
import type { LifeEvent, OfficialChannel } from '../knowledge/index.ts';
import type { SearchEngine } from '../retrieval/index.ts';
import type { Desk } from './desk.ts';
import type { Shelf } from './documents/shelf.ts';
import type { Library } from './library.ts';
import type { PlaceFinder } from './places/find-place.ts';
import type { Relevance } from './say/relevance.ts';

export interface Tools {
  readonly library: Library;
  readonly engine: SearchEngine;
  readonly relevance: Relevance;
  readonly events: readonly LifeEvent[];
  readonly channels: readonly OfficialChannel[];
  /** The ward's own desk; `null` until it is set: then answers say so. */
  readonly desk: Desk | null;
  /** Old and new wards, communes, districts and provinces. */
  readonly places: PlaceFinder;
  /** Notices and local rules of the wards; none where none were loaded. */
  readonly documents?: Shelf;
}
