/** Sound at another rate, by a windowed sinc: what the lower rate cannot hold is taken out before, not folded back. */
import type { Sound } from './wav.ts';

/** Zero crossings on each side: more is sharper and slower. */
const crossings = 16;
/** Of the lower rate's half: a little room for the filter's slope. */
const passes = 0.94;

/** Weights of one output sample among the input samples around it, by its phase between two of them. */
interface Bank {
  readonly phases: number;
  readonly reach: number;
  readonly weights: Float32Array;
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

function bankOf(from: number, to: number): Bank {
  const phases = to / divisor(from, to);
  const cut = passes * Math.min(1, to / from);
  const reach = Math.ceil(crossings / cut);
  const taps = 2 * reach;
  const weights = new Float32Array(phases * taps);
  for (let phase = 0; phase < phases; phase += 1) {
    let sum = 0;
    for (let tap = 0; tap < taps; tap += 1) {
      const distance = tap - reach + 1 - phase / phases;
      const weight = sinc(distance * cut) * hann(distance / reach);
      weights[phase * taps + tap] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < taps; tap += 1) weights[phase * taps + tap] = (weights[phase * taps + tap] ?? 0) / sum;
  }
  return { phases, reach, weights };
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
const hann = (x: number): number => (Math.abs(x) >= 1 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * x));

const banks = new Map<string, Bank>();
/** Rates that callers of ours can name: others would let anybody fill the memory with filters. */
const mostBanks = 64;

function keptBank(from: number, to: number): Bank {
  const key = `${from}>${to}`;
  const bank = banks.get(key) ?? bankOf(from, to);
  if (banks.size < mostBanks) banks.set(key, bank);
  return bank;
}

const loudest = 32_767;
const clamped = (value: number): number => Math.max(-loudest - 1, Math.min(loudest, Math.round(value)));

/** @param sampleRate Hz of what comes back; the same sound lasts as long as before, to within a sample. */
export function resample({ pcm16, sampleRate: from }: Sound, sampleRate: number): Sound {
  if (from === sampleRate) return { pcm16, sampleRate };
  const { phases, reach, weights } = keptBank(from, sampleRate);
  const step = (from * phases) / sampleRate;
  const taps = 2 * reach;
  const out = new Int16Array(Math.round((pcm16.length * sampleRate) / from));
  for (let at = 0; at < out.length; at += 1) {
    const place = at * step;
    const phase = place % phases;
    const first = (place - phase) / phases - reach + 1;
    const begin = Math.max(0, -first);
    const end = Math.min(taps, pcm16.length - first);
    let sum = 0;
    for (let tap = begin; tap < end; tap += 1) sum += (pcm16[first + tap] ?? 0) * (weights[phase * taps + tap] ?? 0);
    out[at] = clamped(sum);
  }
  return { pcm16: out, sampleRate };
}
