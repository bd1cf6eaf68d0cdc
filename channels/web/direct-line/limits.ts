/** How much one caller may ask for. Kept in memory: a limit protects this copy of the program. */
import { tooMany } from './wire-error.ts';

const minuteMs = 60_000;

/** Counts a call. @throws {WireError} 429 with the seconds until the next minute begins. */
export type PerMinute = (who: string) => void;

/** At most `most` calls a minute from each caller. What a caller did is forgotten with the minute. */
export function perMinute(most: number, now: () => number = Date.now): PerMinute {
  let counts = new Map<string, number>();
  let endsAt = 0;
  return (who) => {
    // A clock that was set back must not keep anybody waiting until it has caught up.
    if (now() >= endsAt || endsAt - now() > minuteMs) {
      counts = new Map();
      endsAt = now() + minuteMs;
    }
    const count = (counts.get(who) ?? 0) + 1;
    counts.set(who, count);
    if (count > most) throw tooMany(`At most ${most} a minute.`, Math.max(Math.ceil((endsAt - now()) / 1000), 1));
  };
}

export interface Places {
  /** Takes a place; the answer gives it back, once. @throws {WireError} 429 when none is free. */
  take(who: string): () => void;
  readonly taken: number;
}

/** Places to be held at the same time: `each` for one caller, `all` together. */
export function places(each: number, all: number): Places {
  const held = new Map<string, number>();
  let taken = 0;
  return {
    get taken() {
      return taken;
    },
    take(who) {
      const own = held.get(who) ?? 0;
      if (own >= each || taken >= all)
        throw tooMany('Too many sockets are open. Ask for the activities by GET until one is free.', 30);
      held.set(who, own + 1);
      taken += 1;
      let given = false;
      return () => {
        if (given) return;
        given = true;
        taken -= 1;
        const left = (held.get(who) ?? 1) - 1;
        if (left === 0) held.delete(who);
        else held.set(who, left);
      };
    },
  };
}
