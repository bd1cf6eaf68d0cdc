/** Nobody touches anything: a while of silence, a count-down that any touch stops, then the end. */
import type { Later } from '../../../pages/wire/stream.ts';

export interface SilenceParts {
  readonly later: Later;
  readonly seconds: () => number;
  readonly warnSeconds: () => number;
  /** How many seconds are left to say that one is there; `null`: no count-down. */
  readonly onLeft: (left: number | null) => void;
  readonly onOver: () => void;
}

export interface Silence {
  /** Somebody is there. Starts the watch where it was not running. */
  touch(): void;
  stop(): void;
}

export function openSilence({ later, seconds, warnSeconds, onLeft, onOver }: SilenceParts): Silence {
  let cancel: (() => void) | null = null;
  let counting = false;
  const quiet = () => {
    if (counting) onLeft(null);
    counting = false;
  };
  const count = (left: number) => {
    if (left <= 0) {
      cancel = null;
      quiet();
      onOver();
      return;
    }
    counting = true;
    onLeft(left);
    cancel = later(() => count(left - 1), 1000);
  };
  return {
    touch() {
      cancel?.();
      quiet();
      cancel = later(() => count(warnSeconds()), seconds() * 1000);
    },
    stop() {
      cancel?.();
      cancel = null;
      quiet();
    },
  };
}
