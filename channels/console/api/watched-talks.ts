/** Which talks their holders have before them now, in this copy of the program. */
import type { StaffMember } from '../../../bot/index.ts';

/** How long after reading it an officer is taken to have a talk before him: his page reads again long before. */
const readMs = 60_000;
/** Something of it changed, maybe its holder: unless he reads it again within this, he is not taken to have it any more. */
const doubtMs = 5_000;
const most = 5_000;

interface Watched {
  readonly memberId: string;
  readonly until: number;
}

export function watchedTalks(now: () => number = Date.now) {
  const talks = new Map<string, Watched>();
  return {
    watch({ id }: StaffMember, handOffId: string): void {
      talks.delete(handOffId);
      const [oldest] = talks.keys();
      if (talks.size >= most && oldest !== undefined) talks.delete(oldest);
      talks.set(handOffId, { memberId: id, until: now() + readMs });
    },
    drop: (handOffId: string): void => void talks.delete(handOffId),
    /** Something of it has changed. */
    doubt(handOffId: string): void {
      const talk = talks.get(handOffId);
      if (talk) talks.set(handOffId, { ...talk, until: Math.min(talk.until, now() + doubtMs) });
    },
    /** Id of the member; `null` when its holder does not look at it. */
    holderOf(handOffId: string): string | null {
      const talk = talks.get(handOffId);
      return talk && talk.until > now() ? talk.memberId : null;
    },
  };
}
