/** A 200 to an INVITE is repeated by us, not by its transaction, until its ACK comes: RFC 3261 section 13.3.1.4. */

export interface Repeating {
  /** @param again sends it once more. */
  begin(sequence: number, again: () => void): void;
  /** `false`: it was not this one that waited. */
  acknowledged(sequence: number): boolean;
  stop(): void;
}

const firstWait = 500;
const longestWait = 4_000;
const patience = 32_000;

/** @param onGiveUp nobody acknowledged in half a minute. */
export function repeatUntilAck(onGiveUp: () => void): Repeating {
  let waiting: { readonly sequence: number; readonly timer: NodeJS.Timeout } | null = null;
  const stop = () => {
    if (waiting) clearTimeout(waiting.timer);
    waiting = null;
  };
  const wait = (sequence: number, again: () => void, [ms, waited]: readonly [number, number]) => {
    const timer = setTimeout(() => {
      if (waited >= patience) return onGiveUp();
      again();
      wait(sequence, again, [Math.min(ms * 2, longestWait), waited + ms]);
    }, ms);
    waiting = { sequence, timer };
  };
  return {
    begin(sequence, again) {
      stop();
      wait(sequence, again, [firstWait, 0]);
    },
    acknowledged(sequence) {
      if (waiting?.sequence !== sequence) return false;
      stop();
      return true;
    },
    stop,
  };
}
