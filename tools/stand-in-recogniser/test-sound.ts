/** What happens to sound on its way, for tests: telephone coding, noise, lost packets, shifts. Each takes its chance from a seed. */
import alawmulaw from 'alawmulaw';
import { strengthOf } from '../../channels/speech/sound/voiced.ts';
import type { Sound } from '../../channels/speech/sound/wav.ts';

export const silence = (seconds: number, sampleRate = 8_000): Sound => ({
  pcm16: new Int16Array(Math.round(seconds * sampleRate)),
  sampleRate,
});

/** One after another; all of one rate. */
export function oneAfterAnother(...sounds: readonly Sound[]): Sound {
  const pcm16 = new Int16Array(sounds.reduce((sum, { pcm16: { length } }) => sum + length, 0));
  let at = 0;
  for (const sound of sounds) {
    pcm16.set(sound.pcm16, at);
    at += sound.pcm16.length;
  }
  return { pcm16, sampleRate: sounds[0]?.sampleRate ?? 8_000 };
}

/** By G.711 µ-law and back, as every call goes. */
export const overTheTelephone = ({ pcm16, sampleRate }: Sound): Sound => ({
  pcm16: alawmulaw.mulaw.decode(alawmulaw.mulaw.encode(pcm16)),
  sampleRate,
});

/** Numbers from 0 to 1, the same for the same seed. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const loudest = 32_767;

/** White noise so many decibels under the sound's own strength. */
export function withNoise({ pcm16, sampleRate }: Sound, decibels: number, chance: () => number): Sound {
  const strength = strengthOf(pcm16) * 10 ** (-decibels / 20);
  const noise = () => (chance() + chance() + chance() + chance() - 2) * Math.sqrt(3) * strength;
  const louder = pcm16.map((sample) => Math.max(-loudest, Math.min(loudest, sample + noise())));
  return { pcm16: louder, sampleRate };
}

const packetMs = 20;

/** So many packets of 20 ms, of a hundred, come as silence: one at least. */
export function withLoss({ pcm16, sampleRate }: Sound, percent: number, chance: () => number): Sound {
  const packet = (sampleRate * packetMs) / 1_000;
  const packets = Math.floor(pcm16.length / packet);
  const left = Int16Array.from(pcm16);
  const lost = new Set<number>();
  while (lost.size < Math.max(1, Math.round((packets * percent) / 100))) lost.add(Math.floor(chance() * packets));
  for (const at of lost) left.fill(0, at * packet, (at + 1) * packet);
  return { pcm16: left, sampleRate };
}

export const part = ({ pcm16, sampleRate }: Sound, from: number, to: number): Sound => ({
  pcm16: pcm16.slice(Math.round(from * pcm16.length), Math.round(to * pcm16.length)),
  sampleRate,
});
