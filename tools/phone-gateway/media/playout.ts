/** What is being said into a call: one sound at a time, 20 ms by 20 ms, that may be stopped, held and gone on with. */
import { samplesPerFrame } from './sample-rate.ts';

export interface Playback {
  push(pcm: Int16Array): void;
  /** Nothing more is coming. */
  end(): void;
  stop(): void;
  pause(): void;
  resume(): void;
  /** The moment its first sound left, as the clock that was given tells; `null` until then. */
  readonly firstSoundAt: number | null;
  /** All was said, or it was stopped. Never rejects. */
  readonly done: Promise<'ended' | 'stopped'>;
}

export interface Playout {
  /** Stops what is being said and begins anew. @param keepAtMost samples; older ones are let go: a bridge must not lag. */
  begin(keepAtMost?: number): Playback;
  /** One frame for one tick; `null`: nothing to say. */
  next(): Int16Array | null;
  stop(): void;
}

interface Current {
  readonly pieces: Int16Array[];
  held: boolean;
  ending: boolean;
  firstSoundAt: number | null;
  readonly keepAtMost: number;
  settle(how: 'ended' | 'stopped'): void;
}

export function openPlayout(now: () => number = () => performance.now()): Playout {
  let current: Current | null = null;
  const finish = (which: Current, how: 'ended' | 'stopped') => {
    if (current === which) current = null;
    which.pieces.length = 0;
    which.settle(how);
  };
  return {
    begin(keepAtMost = Number.POSITIVE_INFINITY) {
      if (current) finish(current, 'stopped');
      const { promise: done, resolve: settle } = Promise.withResolvers<'ended' | 'stopped'>();
      const mine: Current = { pieces: [], held: false, ending: false, firstSoundAt: null, keepAtMost, settle };
      current = mine;
      return {
        push(pcm) {
          if (current !== mine || pcm.length === 0) return;
          mine.pieces.push(pcm);
          while (lengthOf(mine.pieces) > mine.keepAtMost) mine.pieces.shift();
        },
        end() {
          mine.ending = true;
          if (mine.pieces.length === 0) finish(mine, 'ended');
        },
        stop: () => finish(mine, 'stopped'),
        pause: () => {
          mine.held = true;
        },
        resume: () => {
          mine.held = false;
        },
        get firstSoundAt() {
          return mine.firstSoundAt;
        },
        done,
      };
    },
    next() {
      const playing = current;
      if (playing === null || playing.held || playing.pieces.length === 0) return null;
      playing.firstSoundAt ??= now();
      const frame = cutFrame(playing.pieces);
      if (playing.pieces.length === 0 && playing.ending) finish(playing, 'ended');
      return frame;
    },
    stop() {
      if (current) finish(current, 'stopped');
    },
  };
}

const lengthOf = (pieces: readonly Int16Array[]): number => pieces.reduce((sum, { length }) => sum + length, 0);

/** The last frame of a sound is filled up with silence. */
function cutFrame(pieces: Int16Array[]): Int16Array {
  const frame = new Int16Array(samplesPerFrame);
  let at = 0;
  while (at < samplesPerFrame) {
    const piece = pieces[0];
    if (piece === undefined) break;
    const taken = piece.subarray(0, samplesPerFrame - at);
    frame.set(taken, at);
    at += taken.length;
    if (taken.length === piece.length) pieces.shift();
    else pieces[0] = piece.subarray(taken.length);
  }
  return frame;
}
