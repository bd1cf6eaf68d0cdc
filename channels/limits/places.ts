/** Places that are held at the same time, such as open sockets. */
import { TooManyError } from './count-calls.ts';

export interface Places {
  /** Takes a place; the answer gives it back, once. @throws {TooManyError} when none is free. */
  take(who: string): () => void;
  readonly taken: number;
}

const againAfterSeconds = 30;

/** `each` for one caller, `all` together. */
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
        throw new TooManyError('no line is free; ask by GET until one is', againAfterSeconds);
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
