/** Tells from the loudness of the moment when somebody has begun and has finished to speak. */

export interface EndOfSpeech {
  /** @param at milliseconds. `true`: nothing more will come. */
  take(level: number, at: number): boolean;
  /** Whether a voice was there at all. */
  readonly spoke: boolean;
}

/** Above the noise of a public room; loudness 0 to 1. */
const voice = 0.08;
const firstWithinMs = 7_000;
/** Old people think between two words. */
const pauseMs = 1_800;
const longestMs = 14_000;

export function openEndOfSpeech(from: number): EndOfSpeech {
  let spoke = false;
  let last = from;
  return {
    get spoke() {
      return spoke;
    },
    take(level, at) {
      if (level >= voice) {
        spoke = true;
        last = at;
      }
      return at - from >= longestMs || at - last >= (spoke ? pauseMs : firstWithinMs);
    },
  };
}
