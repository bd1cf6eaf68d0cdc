/** Cuts a stream of sound into what was said: from a little before the first voice to the silence after the last. */
import { frameMs, strengthOf } from './voiced.ts';

export interface UtteranceOptions {
  readonly sampleRate: number;
  /** Silence after which somebody has finished, in ms: the old pause longer. */
  readonly endMs?: number;
  /** Voice from which somebody has begun, in ms: a click is shorter. */
  readonly startMs?: number;
  /** Whoever speaks longer is heard up to there, and then on. */
  readonly longestMs?: number;
}

export interface UtteranceFinder {
  /** @returns what was finished with these samples: mostly nothing, never more than a frame can finish. */
  push(samples: Int16Array): readonly Int16Array[];
  /** What is being said at the moment, for the end of the stream; `null`: nobody speaks. */
  flush(): Int16Array | null;
  readonly isSpeaking: boolean;
}

const usualEndMs = 800;
const usualStartMs = 80;
const usualLongestMs = 30_000;
/** What stands before the first voice: soft beginnings of words lie there. */
const beforeMs = 240;
/** Silence that is left behind the last voice; more would only be sent for nothing. */
const behindMs = 300;
const framesOf = (ms: number): number => Math.round(ms / frameMs);

export function findUtterances({
  sampleRate,
  endMs = usualEndMs,
  startMs = usualStartMs,
  longestMs = usualLongestMs,
}: UtteranceOptions): UtteranceFinder {
  const frame = (sampleRate * frameMs) / 1_000;
  const isVoice = hearVoice();
  let rest: Int16Array = new Int16Array();
  let before: Int16Array[] = [];
  let saying: Int16Array[] | null = null;
  let voicedInARow = 0;
  let silentInARow = 0;
  const finish = (): Int16Array | null => {
    if (!saying) return null;
    const said = joined(saying.slice(0, saying.length - Math.max(0, silentInARow - framesOf(behindMs))));
    saying = null;
    before = [];
    voicedInARow = 0;
    silentInARow = 0;
    return said;
  };
  const take = (samples: Int16Array): Int16Array | null => {
    const voiced = isVoice(samples, saying !== null);
    voicedInARow = voiced ? voicedInARow + 1 : 0;
    silentInARow = voiced ? 0 : silentInARow + 1;
    if (saying) {
      saying.push(samples);
      return silentInARow >= framesOf(endMs) || saying.length >= framesOf(longestMs) ? finish() : null;
    }
    before.push(samples);
    if (voicedInARow >= framesOf(startMs)) saying = before;
    else if (before.length > framesOf(beforeMs + startMs)) before.shift();
    return null;
  };
  return {
    push(samples) {
      const all = joined([rest, samples]);
      const whole = all.length - (all.length % frame);
      rest = all.slice(whole);
      const said: Int16Array[] = [];
      for (let at = 0; at < whole; at += frame) {
        const one = take(all.slice(at, at + frame));
        if (one) said.push(one);
      }
      return said;
    },
    flush: finish,
    get isSpeaking() {
      return saying !== null;
    },
  };
}

/** Within so many frames everybody who speaks takes a breath: the quietest of them tell the line's noise. */
const memory = 150;
const quietest = 0.1;
/** Frames after which the noise is looked at anew. */
const lookEvery = 10;
const least = 120;
const most = 300;
const aboveNoise = 3;
/** On a line whose noise is itself loud. */
const aboveLoudNoise = 1.8;
/** Ends of words are softer than beginnings. */
const goesOn = 0.6;

/** Whether a frame is voice, by the noise of the last three seconds. */
function hearVoice(): (samples: Int16Array, speaking: boolean) => boolean {
  const strengths: number[] = [];
  let heard = 0;
  let noise = 0;
  return (samples, speaking) => {
    const strength = strengthOf(samples);
    strengths.push(strength);
    if (strengths.length > memory) strengths.shift();
    heard += 1;
    if (heard < lookEvery || heard % lookEvery === 0)
      noise = strengths.toSorted((a, b) => a - b)[Math.floor(strengths.length * quietest)] ?? 0;
    const limit = Math.max(least, Math.min(most, noise * aboveNoise), noise * aboveLoudNoise);
    return strength >= (speaking ? limit * goesOn : limit);
  };
}

function joined(pieces: readonly Int16Array[]): Int16Array {
  const all = new Int16Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
