import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resample } from '../../channels/speech/sound/resample.ts';
import { readWav, type Sound } from '../../channels/speech/sound/wav.ts';
import { openTestVoice, type TestVoice } from '../test-voice/test-voice.ts';
import { type Fingerprint, fingerprintOf, likest, matchSound } from './match-sound.ts';
import { chanceFrom, oneAfterAnother, overTheTelephone, part, silence, withLoss, withNoise } from './test-sound.ts';

const utterances = [
  'dạ cho tôi hỏi làm giấy khai sinh cho cháu cần giấy tờ gì',
  'dạ cho tôi hỏi làm giấy khai tử cho cụ cần giấy tờ gì',
  'lệ phí làm căn cước bao nhiêu',
  'đăng ký tạm trú mất mấy ngày',
  'nói lại đi cháu',
  'cho tôi gặp cán bộ',
];
const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

describe('a sound among known utterances', () => {
  let voice: TestVoice;
  let known: Fingerprint[];
  const sounds = new Map<string, Sound>();
  const soundOf = (text: string) => sounds.get(text)!;
  const textOf = (sound: Sound) => matchSound(sound, known)?.text ?? null;
  beforeAll(async () => {
    voice = openTestVoice();
    const { signal } = new AbortController();
    for (const text of utterances) {
      const { wav } = await voice.synthesize({ text, rate: 'normal', signal });
      sounds.set(text, resample(readWav(wav), 8_000));
    }
    known = utterances.map((text) => fingerprintOf(text, soundOf(text)));
  }, 60_000);
  afterAll(() => voice.stop());

  it.each(utterances)('is told over the telephone, wherever it begins: %s', (text) => {
    const told = oneAfterAnother(silence(0.3137), overTheTelephone(soundOf(text)), silence(0.8));
    expect(likest(told, known)).toMatchObject({ text });
    expect(likest(told, known)!.likeness).toBeGreaterThan(0.999);
  });

  it('is told at twice the rate', () => {
    for (const text of utterances) expect(textOf(resample(soundOf(text), 16_000))).toBe(text);
  });

  it.each(utterances)('is told with two packets of a hundred lost: %s', (text) => {
    for (const seed of seeds) expect(textOf(withLoss(overTheTelephone(soundOf(text)), 2, chanceFrom(seed)))).toBe(text);
  });

  it('is told when the first and last 30 ms are missing, as a slow ear cuts them', () => {
    for (const text of utterances) {
      const { pcm16, sampleRate } = soundOf(text);
      expect(textOf({ pcm16: pcm16.slice(240, -240), sampleRate })).toBe(text);
    }
  });

  it.each(utterances)('is not told under noise of 10 dB: %s', (text) => {
    for (const seed of seeds.slice(0, 4)) expect(textOf(withNoise(soundOf(text), 10, chanceFrom(seed)))).toBeNull();
  });

  it.each(utterances)('is not told with its half missing, wherever: %s', (text) => {
    expect(textOf(part(soundOf(text), 0, 0.5))).toBeNull();
    expect(textOf(part(soundOf(text), 0.5, 1))).toBeNull();
    expect(textOf(oneAfterAnother(part(soundOf(text), 0, 0.4), part(soundOf(text), 0.6, 1)))).toBeNull();
  });

  it('is not told backwards, faster, by another voice, or with another one behind it', async () => {
    const south = openTestVoice({ voice: 'vi-vn-x-south' });
    const { signal } = new AbortController();
    for (const text of utterances) {
      const { pcm16, sampleRate } = soundOf(text);
      expect(textOf({ pcm16: pcm16.toReversed(), sampleRate })).toBeNull();
      expect(textOf({ pcm16, sampleRate: 8_400 })).toBeNull();
      expect(textOf(oneAfterAnother(soundOf(text), soundOf(utterances[4]!)))).toBeNull();
      expect(textOf(readWav((await south.synthesize({ text, rate: 'normal', signal })).wav))).toBeNull();
    }
    await south.stop();
  });

  it('is nothing when it is silence, noise, or an utterance that nobody has taught', async () => {
    const { signal } = new AbortController();
    const { wav } = await voice.synthesize({ text: 'tôi muốn xin giấy phép xây nhà', rate: 'normal', signal });
    expect(textOf(silence(2))).toBeNull();
    expect(textOf({ pcm16: new Int16Array(), sampleRate: 8_000 })).toBeNull();
    expect(
      textOf(withNoise({ pcm16: new Int16Array(16_000).fill(500), sampleRate: 8_000 }, 0, chanceFrom(1))),
    ).toBeNull();
    expect(likest(readWav(wav), known)?.likeness ?? 0).toBeLessThan(0.9);
  });
});
