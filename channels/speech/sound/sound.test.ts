import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { resample } from './resample.ts';
import { strengthOf, voicedMs } from './voiced.ts';
import { bytesOf, readWav, type Sound, samplesOf, WavError, writeWav } from './wav.ts';

const tone = (hertz: number, sampleRate: number, seconds = 0.5, strength = 8_000): Sound => ({
  pcm16: Int16Array.from({ length: seconds * sampleRate }, (_, at) =>
    Math.round(strength * Math.sin((2 * Math.PI * hertz * at) / sampleRate)),
  ),
  sampleRate,
});
const middle = ({ pcm16 }: Sound) => pcm16.subarray(pcm16.length / 4, (3 * pcm16.length) / 4);

describe('a WAV file', () => {
  it('is read as it was written, whatever is in it', () => {
    const rates = fc.constantFrom(8_000, 16_000, 22_050, 24_000, 48_000);
    fc.assert(
      fc.property(fc.int16Array({ maxLength: 400 }), rates, (pcm16, sampleRate) => {
        expect(readWav(writeWav({ pcm16, sampleRate }))).toEqual({ pcm16, sampleRate });
        expect(samplesOf(bytesOf(pcm16))).toEqual(pcm16);
      }),
    );
  });

  it('is read when it was spoken while it was written: its header tells no length', () => {
    const wav = Buffer.from(writeWav(tone(200, 8_000)));
    for (const length of [0, 0x7f_ff_f0_00, 0xff_ff_ff_ff]) {
      wav.writeUInt32LE(length, 40);
      expect(readWav(wav).pcm16).toHaveLength(length === 0 ? 0 : 4_000);
    }
  });

  it('is read past chunks that are none of ours, with two channels mixed', () => {
    const mono = Buffer.from(writeWav({ pcm16: Int16Array.of(100, 300, -10, -30), sampleRate: 8_000 }));
    mono.writeUInt16LE(2, 22);
    const list = Buffer.from('LIST\x03\x00\x00\x00abc\x00', 'latin1');
    const wav = Buffer.concat([mono.subarray(0, 36), list, mono.subarray(36)]);
    expect(readWav(wav)).toEqual({ pcm16: Int16Array.of(200, -20), sampleRate: 8_000 });
  });

  it('is refused when it is none, compressed, of another width or rate, or has no data; it never breaks otherwise', () => {
    const good = writeWav(tone(200, 8_000, 0.01));
    const changed = (at: number, value: number) => {
      const wav = Buffer.from(good);
      wav.writeUInt16LE(value, at);
      return wav;
    };
    for (const bad of [
      Buffer.alloc(0),
      Buffer.from('no sound'),
      changed(20, 7),
      changed(34, 8),
      changed(22, 0),
      changed(24, 10),
    ])
      expect(() => readWav(bad)).toThrow(WavError);
    expect(() => readWav(good.subarray(0, 36))).toThrow(WavError);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(60), (noise, at) => {
        const wav = Buffer.from(good);
        wav.set(noise.subarray(0, wav.length - at), at);
        try {
          readWav(wav);
        } catch (error) {
          if (!(error instanceof WavError)) throw error;
        }
      }),
    );
  });
});

describe('sound at another rate', () => {
  it.each([
    [22_050, 8_000],
    [22_050, 16_000],
    [24_000, 8_000],
    [8_000, 16_000],
    [48_000, 8_000],
  ])('of %d Hz is the same sound at %d Hz', (from, to) => {
    const out = resample(tone(440, from), to);
    expect(out.pcm16).toHaveLength(to / 2);
    const wanted = middle(tone(440, to));
    const error = middle(out).map((sample, at) => sample - wanted[at]!);
    expect(strengthOf(error) / strengthOf(wanted)).toBeLessThan(0.01);
  });

  it('leaves out what the lower rate cannot hold instead of folding it back', () => {
    const high = resample(tone(6_000, 22_050), 8_000);
    expect(strengthOf(middle(high)) / 8_000).toBeLessThan(0.01);
  });

  it('stays within its bounds at the loudest, and is the very same at its own rate', () => {
    const square = {
      pcm16: tone(300, 22_050).pcm16.map((sample) => (sample < 0 ? -32_768 : 32_767)),
      sampleRate: 22_050,
    };
    const { pcm16 } = resample(square, 8_000);
    // A sample that ran over would have turned its sign.
    expect(pcm16.filter((sample, at) => at > 0 && Math.abs(sample - pcm16[at - 1]!) > 60_000)).toHaveLength(0);
    expect(resample(square, 22_050)).toEqual(square);
    expect(resample({ pcm16: new Int16Array(), sampleRate: 8_000 }, 16_000).pcm16).toHaveLength(0);
  });
});

describe('how much of a sound is voice', () => {
  const noisy = (sound: Sound, strength: number) => ({
    ...sound,
    pcm16: sound.pcm16.map((sample, at) => sample + strength * Math.sin(at * 12.9898) * Math.SQRT2),
  });
  const quiet = { pcm16: new Int16Array(8_000), sampleRate: 8_000 };
  const said = (strength: number) => ({
    pcm16: Int16Array.of(...quiet.pcm16, ...tone(200, 8_000, 0.5, strength).pcm16, ...quiet.pcm16),
    sampleRate: 8_000,
  });

  it('is none of silence, nor of a bad line’s noise', () => {
    expect(voicedMs(quiet)).toBe(0);
    expect(voicedMs({ pcm16: new Int16Array(), sampleRate: 8_000 })).toBe(0);
    expect(voicedMs(noisy(quiet, 100))).toBe(0);
  });

  it('is as long as somebody speaks, loud or low, on a good line or a bad one', () => {
    for (const sound of [said(8_000), said(400), noisy(said(2_000), 90)])
      expect(Math.abs(voicedMs(sound) - 500)).toBeLessThanOrEqual(20);
  });
});
