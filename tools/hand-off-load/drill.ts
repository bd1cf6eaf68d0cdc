/** What citizens and officers of one drill share. */
import type { Tally } from './tally.ts';

export interface Drill {
  readonly bases: readonly string[];
  readonly tally: Tally;
  /** What a client asks its token with. */
  readonly place: { readonly unit: string };
  /** A citizen who waits writes once in so many looks of about a second. */
  readonly writesEvery: number;
  /** Officers reach for one of so many at the head of the queue: two press together. */
  readonly reachesFor: number;
  /** When an officer's word of this id was sent, in ms of the clock. */
  readonly officerSaid: Map<string, number>;
  /** Shown to its citizen before its officer knew that it was kept. */
  readonly shownEarly: Map<string, number>;
  /** When a citizen's message of this id was sent. */
  readonly citizenSaid: Map<string, number>;
  readonly citizensStop: () => boolean;
  readonly officersStop: () => boolean;
  /** Sockets and polling go on until the talks are quiet. */
  readonly clientsStop: () => boolean;
}
