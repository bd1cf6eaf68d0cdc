import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { speakByEspeak } from '../../channels/speech/engines/speak-by-espeak.ts';
import { readWav } from '../../channels/speech/sound/wav.ts';
import { openTestVoice, type TestVoice, testVoiceProgram } from './test-voice.ts';

const signal = new AbortController().signal;
const seconds = (wav: Uint8Array) => {
  const { pcm16, sampleRate } = readWav(wav);
  return pcm16.length / sampleRate;
};

describe('the voice of tests', () => {
  let voice: TestVoice;
  beforeAll(() => {
    voice = openTestVoice();
  });
  afterAll(() => voice.stop());

  it('speaks, longer for more words and slower when it is told to', async () => {
    const short = await voice.synthesize({ text: 'Dạ vâng ạ.', rate: 'normal', signal });
    const text = 'Dạ, lệ phí đăng ký khai sinh không mất tiền ạ.';
    const [normal, slow] = await Promise.all([
      voice.synthesize({ text, rate: 'normal', signal }),
      voice.synthesize({ text, rate: 'slow', signal }),
    ]);
    expect(short.sampleRate).toBe(22_050);
    expect(seconds(normal.wav)).toBeGreaterThan(2 * seconds(short.wav));
    expect(seconds(slow.wav)).toBeGreaterThan(1.15 * seconds(normal.wav));
  });

  it('is taken by the product for espeak-ng: words, slower when it is told to, a header that tells their length', async () => {
    const installed = speakByEspeak({ program: testVoiceProgram });
    const text = 'Dạ, lệ phí đăng ký khai sinh không mất tiền ạ.';
    const [normal, slow] = await Promise.all([
      installed.synthesize({ text, rate: 'normal', signal }),
      installed.synthesize({ text, rate: 'slow', signal }),
    ]);
    expect(seconds(slow.wav)).toBeGreaterThan(1.15 * seconds(normal.wav));
    expect(Buffer.from(normal.wav).readUInt32LE(40)).toBe(2 * readWav(normal.wav).pcm16.length);
  });

  it('takes the command line of espeak-ng', () => {
    const [program, ...first] = testVoiceProgram;
    const { stdout, status } = spawnSync(program, [...first, '-v', 'vi', '-s', '140', '--stdin', '--stdout'], {
      input: 'Xin chào bà.',
    });
    expect(status).toBe(0);
    expect(seconds(stdout)).toBeGreaterThan(0.5);
  });
});
