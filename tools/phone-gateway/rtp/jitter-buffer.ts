/**
 * Puts packets back into their order and gives out 20 ms at a time. Late packets lengthen the wait instead of being cut
 * out: a recogniser needs every syllable more than it needs the last 60 ms. What is really lost is filled.
 */
import { joined, samplesPerFrame } from '../media/sample-rate.ts';
import { sequenceStep } from './packet.ts';

export interface Frame {
  readonly pcm: Int16Array;
  /** `heard`; `filled` in for a lost packet; `missing`: nothing came at this moment, it may come later. */
  readonly kind: 'heard' | 'filled' | 'missing';
}

export interface Arrived {
  readonly sequence: number;
  /** `null`: a packet that holds no sound, such as a key; it keeps its place in the order. */
  readonly pcm: Int16Array | null;
}

export interface JitterBuffer {
  put(packet: Arrived): void;
  /** What is due at one tick of the clock: one frame, two while catching up. */
  take(): readonly Frame[];
  /** Begins anew: the sender changed. */
  reset(): void;
}

/** Frames to wait for at the start, and the most that are kept. */
const target = 3;
const most = 150;
/** Later than so many packets and the order is a new one. */
const farAway = 500;

const silence = new Int16Array(samplesPerFrame);

export function openJitterBuffer(): JitterBuffer {
  const waiting = new Map<number, Int16Array | null>();
  let next: number | null = null;
  let begun = false;
  let last: Int16Array = silence;
  let rest: Int16Array = new Int16Array(0);
  const reset = () => {
    waiting.clear();
    next = null;
    begun = false;
    last = silence;
    rest = new Int16Array(0);
  };
  /** The next packet's sound; `null`: it is not here and later ones are few, so it may still come. */
  const pull = (): { pcm: Int16Array; kind: 'heard' | 'filled' } | null => {
    if (next === null || waiting.size === 0) return null;
    const here = waiting.get(next);
    if (here === undefined && waiting.size < target) return null;
    waiting.delete(next);
    next = (next + 1) & 0xffff;
    if (here === undefined) {
      last = last.map((sample) => sample >> 1);
      return { pcm: last, kind: 'filled' };
    }
    if (here === null) return { pcm: silence, kind: 'filled' };
    last = here;
    return { pcm: here, kind: 'heard' };
  };
  const frame = (): Frame => {
    let kind: Frame['kind'] = 'heard';
    while (rest.length < samplesPerFrame) {
      const piece = pull();
      if (piece === null) return { pcm: silence, kind: 'missing' };
      if (piece.kind === 'filled') kind = 'filled';
      rest = joined([rest, piece.pcm]);
    }
    const pcm = rest.slice(0, samplesPerFrame);
    rest = rest.slice(samplesPerFrame);
    return { pcm, kind };
  };
  return {
    put({ sequence, pcm }) {
      const step = next === null ? 0 : sequenceStep(next, sequence);
      if (Math.abs(step) > farAway) reset();
      if (next === null) next = sequence;
      else if (step < 0) {
        // Before the clock has begun, an earlier packet moves the beginning; afterwards it is too late.
        if (begun) return;
        next = sequence;
      }
      if (waiting.size < most) waiting.set(sequence, pcm);
    },
    take() {
      if (!begun && waiting.size < target) return [{ pcm: silence, kind: 'missing' }];
      begun = true;
      const first = frame();
      if (waiting.size <= target + 1 || first.kind === 'missing') return [first];
      return [first, frame()];
    },
    reset,
  };
}
