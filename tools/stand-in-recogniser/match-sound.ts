/**
 * Tells which known utterance a sound is, by correlation: only if its samples really arrived, in their order and at
 * their pace. It proves that sound was carried; it does not hear.
 */
import { resample } from '../../channels/speech/sound/resample.ts';
import { strengthOf } from '../../channels/speech/sound/voiced.ts';
import type { Sound } from '../../channels/speech/sound/wav.ts';

export interface Fingerprint {
  readonly text: string;
  /** At 8,000 Hz. */
  readonly pcm16: Int16Array;
  /** Strength of each 10 ms, around its mean. */
  readonly envelope: Float32Array;
  readonly norm: number;
  readonly envelopeNorm: number;
}

export interface Match {
  readonly text: string;
  /** Correlation, 0 to 1: 1 is every sample of the one in the other, and nothing else. */
  readonly likeness: number;
}

const rate = 8_000;
const frame = 80;
/** Around the place that the envelopes tell. */
const fineReach = 120;
/** Envelopes less alike than that are not worth the samples. */
const leastAlike = 0.6;
const mostCandidates = 3;

export function fingerprintOf(text: string, sound: Sound): Fingerprint {
  const { pcm16 } = resample(sound, rate);
  const envelope = envelopeOf(pcm16);
  return { text, pcm16, envelope, norm: normOf(pcm16), envelopeNorm: normOf(envelope) };
}

function envelopeOf(pcm16: Int16Array): Float32Array {
  const envelope = new Float32Array(Math.ceil(pcm16.length / frame));
  for (let at = 0; at < envelope.length; at += 1)
    envelope[at] = strengthOf(pcm16.subarray(at * frame, (at + 1) * frame));
  return envelope;
}

function normOf(values: Int16Array | Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}

/** Sum of products where `known` begins at `lag` of `heard`; what lies outside counts as silence. */
function productAt(heard: Int16Array | Float32Array, known: Int16Array | Float32Array, lag: number): number {
  const begin = Math.max(0, -lag);
  const end = Math.min(known.length, heard.length - lag);
  let sum = 0;
  for (let at = begin; at < end; at += 1) sum += (heard[at + lag] ?? 0) * (known[at] ?? 0);
  return sum;
}

interface Placed {
  readonly lag: number;
  readonly likeness: number;
}

function bestLag(heard: Fingerprint, known: Fingerprint): Placed {
  let best = { lag: 0, likeness: 0 };
  const norms = heard.envelopeNorm * known.envelopeNorm || 1;
  for (let lag = -known.envelope.length + 1; lag < heard.envelope.length; lag += 1) {
    const likeness = productAt(heard.envelope, known.envelope, lag) / norms;
    if (likeness > best.likeness) best = { lag, likeness };
  }
  return best;
}

/** Speech is slow enough for every third place to be tried first. */
const stride = 3;

function likenessAround(heard: Fingerprint, known: Fingerprint, place: number): number {
  const at = (lag: number) => ({ lag, product: productAt(heard.pcm16, known.pcm16, lag) });
  const best = (from: number, to: number, step: number) => {
    let most = at(from);
    for (let lag = from + step; lag <= to; lag += step) {
      const next = at(lag);
      if (next.product > most.product) most = next;
    }
    return most;
  };
  const rough = best(place - fineReach, place + fineReach, stride);
  const { lag, product } = best(rough.lag - stride, rough.lag + stride, 1);
  const expected = known.norm ** 2 - energyLost(heard, known, lag);
  return Math.max(0, product) / (heard.norm * Math.sqrt(expected) || 1);
}

/** A lost packet is so long, and comes as silence or nearly. */
const packet = 160;
const hardlyAnything = 8;
/** More of the known sound than that is not a packet or two: it is cut. */
const mostLost = 0.12;

/** Energy of the known sound where the heard one has a hole; 0 when there is more hole than packets leave. */
function energyLost({ pcm16 }: Fingerprint, known: Fingerprint, lag: number): number {
  let lost = 0;
  let quiet = 0;
  for (let at = 0; at <= pcm16.length; at += 1) {
    if (at < pcm16.length && Math.abs(pcm16[at] ?? 0) <= hardlyAnything) {
      quiet += 1;
      continue;
    }
    if (quiet >= packet * 0.9) lost += energyOf(known.pcm16, at - quiet - lag, at - lag);
    quiet = 0;
  }
  return lost <= mostLost * known.norm ** 2 ? lost : 0;
}

function energyOf(pcm16: Int16Array, from: number, to: number): number {
  let sum = 0;
  for (let at = Math.max(0, from); at < Math.min(to, pcm16.length); at += 1) sum += (pcm16[at] ?? 0) ** 2;
  return sum;
}

/** The likest, however unlike; `null` for silence, or when nothing is known. */
export function likest(sound: Sound, known: readonly Fingerprint[]): Match | null {
  const heard = fingerprintOf('', sound);
  if (heard.norm === 0) return null;
  const candidates = known
    .map((one) => ({ one, ...bestLag(heard, one) }))
    .filter(({ likeness }) => likeness >= leastAlike)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, mostCandidates)
    .map(({ one, lag }) => ({ text: one.text, likeness: likenessAround(heard, one, lag * frame) }));
  return candidates.toSorted((a, b) => b.likeness - a.likeness)[0] ?? null;
}

/**
 * Above: the utterance, also by a telephone's coding and with 2 % of its packets lost. Below: the same with noise
 * 10 dB under it (0.95), cut, at another pace, or another utterance (at most 0.75).
 */
export const sureLikeness = 0.985;

/** `null`: no known utterance, or not whole. */
export function matchSound(sound: Sound, known: readonly Fingerprint[]): Match | null {
  const match = likest(sound, known);
  return match && match.likeness >= sureLikeness ? match : null;
}
