/** When somebody speaks and when he has stopped: by loudness, against the noise of the line. */
import type { Frame } from '../rtp/jitter-buffer.ts';
import { frameMs, joined, loudnessOf, samplesOfMs } from './sample-rate.ts';

export interface VoiceSettings {
  /** Root mean square from which a frame may be a voice. */
  readonly loudness: number;
  /** Voice for so long is a beginning; silence for so long is a pause in which the recogniser may be asked. */
  readonly startMs: number;
  readonly stopMs: number;
  /** Less voice than that is a cough. */
  readonly leastMs: number;
  /** A voice that never stops, or noise. */
  readonly longestMs: number;
}

export const usualVoice: VoiceSettings = { loudness: 300, startMs: 80, stopMs: 800, leastMs: 300, longestMs: 20_000 };

export interface VoiceActivity {
  push(frame: Frame): void;
  readonly speaking: boolean;
  /** Since the last voice. */
  readonly silentMs: number;
  readonly voicedMs: number;
  /** Since it began. */
  readonly lastedMs: number;
  /** From a little before it began until now, the silence at its end cut short. */
  sound(): Int16Array;
  /** Forgets what was said; knows the noise of the line as before. */
  reset(): void;
}

/** The first sound of a word is soft: so much is kept of what was before. */
const beforeMs = 240;
const afterMs = 300;
/** A click is no voice. */
const framesToGoOn = 2;
/** A voice is so much louder than the line. */
const aboveNoise = 3;

export function openVoiceActivity(settings: VoiceSettings): VoiceActivity {
  const framesToBegin = Math.max(1, Math.ceil(settings.startMs / frameMs));
  const noise = trackNoise();
  let frames: Int16Array[] = [];
  let speaking = false;
  let loudInARow = 0;
  let silentMs = 0;
  let voicedMs = 0;
  let lastedMs = 0;
  const reset = () => {
    frames = [];
    speaking = false;
    loudInARow = 0;
    silentMs = 0;
    voicedMs = 0;
    lastedMs = 0;
  };
  return {
    push({ pcm, kind }) {
      const loudness = kind === 'missing' ? 0 : loudnessOf(pcm);
      if (kind !== 'missing') {
        noise.push(loudness, speaking);
        frames.push(pcm);
      }
      const loud = loudness > Math.max(settings.loudness, noise.floor * aboveNoise);
      loudInARow = loud ? loudInARow + 1 : 0;
      if (!speaking) {
        frames = frames.slice(-(framesToBegin + beforeMs / frameMs));
        if (loudInARow < framesToBegin) return;
        speaking = true;
        voicedMs = loudInARow * frameMs;
        lastedMs = voicedMs;
        return;
      }
      lastedMs += frameMs;
      if (loud) voicedMs += frameMs;
      silentMs = loudInARow >= framesToGoOn ? 0 : silentMs + frameMs;
    },
    get speaking() {
      return speaking;
    },
    get silentMs() {
      return silentMs;
    },
    get voicedMs() {
      return voicedMs;
    },
    get lastedMs() {
      return lastedMs;
    },
    sound() {
      const all = joined(frames);
      return all.subarray(0, Math.max(0, all.length - samplesOfMs(Math.max(0, silentMs - afterMs))));
    },
    reset,
  };
}

/** Follows silence down at once and up slowly: a steady noise is learnt within some ten seconds, a sentence is not. */
function trackNoise() {
  let floor: number | null = null;
  return {
    get floor() {
      return floor ?? 0;
    },
    push(loudness: number, speaking: boolean) {
      if (floor === null) floor = Math.min(loudness, 100);
      const step = loudness < floor ? 0.3 : speaking ? 0.0005 : 0.003;
      floor += (loudness - floor) * step;
    },
  };
}
