import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeWav } from '../../speech/sound/wav.ts';
import { openTestKiosk, type TestKiosk, type TestScreen } from '../test-kiosk.ts';
import { kioskVoices } from './kiosk-voices.ts';

const sound = (seconds: number, sampleRate = 48_000) =>
  writeWav({
    pcm16: Int16Array.from({ length: seconds * sampleRate }, (_, at) => 8000 * Math.sin(at / 20)),
    sampleRate,
  });

describe('sound at a kiosk', () => {
  let kiosk: TestKiosk;
  let screen: TestScreen;
  const heard: { rate: number; samples: number }[] = [];
  const said: { text: string; rate: string }[] = [];
  beforeAll(async () => {
    const voices = kioskVoices(
      {
        listen: {
          transcribe: async ({ sampleRate, pcm16 }) => {
            heard.push({ rate: sampleRate, samples: pcm16.length });
            return { text: 'đăng ký khai sinh', confidence: 0.9 };
          },
          transcribeFile: async () => ({ text: '', confidence: null }),
        },
        voice: {
          synthesize: async ({ text, rate }) => {
            if (text.includes('hỏng')) throw new Error('made to fail, and told to nobody');
            said.push({ text, rate });
            return { wav: sound(1, 16_000), sampleRate: 16_000 };
          },
        },
      },
      [],
    );
    kiosk = await openTestKiosk({ voices });
    screen = await kiosk.screen();
  }, 60_000);
  afterAll(() => kiosk?.close());
  const listen = (data: Uint8Array, by = screen, type = 'audio/wav') =>
    by.call('POST', '/kiosk/api/speech/listen', { raw: { type, data } });
  const say = (text: unknown, by = screen) => by.call('POST', '/kiosk/api/speech/say', { body: { text } });

  it('is heard at 16 kHz, whatever the microphone records', async () => {
    expect((await listen(sound(6))).status).toBe(413);
    const { status, body } = await listen(sound(2, 32_000));
    expect([status, body]).toEqual([200, { text: 'đăng ký khai sinh', confidence: 0.9 }]);
    expect(heard.at(-1)).toEqual({ rate: 16_000, samples: 32_000 });
  });

  it('is said in words alone, as a WAV file', async () => {
    const reply = await say('Lệ phí 8.000 đồng');
    expect(reply.headers.get('content-type')).toBe('audio/wav');
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(said.at(-1)).toEqual({ text: expect.stringMatching(/tám nghìn đồng/), rate: 'normal' });
  });

  it.each([
    ['no sound', new TextEncoder().encode('x'.repeat(2_000)), 'audio/wav', 502],
    ['another kind', sound(1, 16_000), 'audio/mpeg', 415],
    ['far too much', new Uint8Array(2_000_000), 'audio/wav', 413],
  ])('refuses %s', async (_what, data, type, status) => {
    expect((await listen(data, screen, type)).status).toBe(status);
  });

  it('refuses words that are too many, none, or no text', async () => {
    for (const text of ['', 'x'.repeat(601), 7, null]) expect((await say(text)).status).toBe(400);
  });

  it('says that it did not hear when the engine fails, and nothing of why', async () => {
    const { status, text } = await say('hỏng rồi');
    expect(status).toBe(502);
    expect(text).toMatch(/chưa nghe rõ|bấm chữ/);
    expect(text).not.toContain('made to fail');
  });

  it('is off for a browser that nobody registered, before a byte is read, and limited for one that is', async () => {
    expect((await listen(sound(1, 16_000), kiosk.browser())).status).toBe(403);
    expect((await say('chào', kiosk.browser())).status).toBe(403);
    const other = await kiosk.screen();
    const statuses = [];
    for (let tried = 0; tried < 22; tried++) statuses.push((await listen(sound(1, 8_000), other)).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it('is not there where nothing is set', async () => {
    const mute = await openTestKiosk();
    try {
      const own = await mute.screen();
      expect((await listen(sound(1, 16_000), own)).status).toBe(404);
      expect((await say('chào', own)).status).toBe(404);
    } finally {
      await mute.close();
    }
  });
});
