import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hearByServer } from '../../channels/speech/engines/hear-by-server.ts';
import { speakByServer } from '../../channels/speech/engines/speak-by-server.ts';
import { resample } from '../../channels/speech/sound/resample.ts';
import { readWav, type Sound } from '../../channels/speech/sound/wav.ts';
import { openTestVoice, type TestVoice } from '../test-voice/test-voice.ts';
import { type StandIn, startStandIn } from './stand-in.ts';
import { chanceFrom, oneAfterAnother, overTheTelephone, silence, withNoise } from './test-sound.ts';

const signal = new AbortController().signal;
const question = 'lệ phí làm căn cước bao nhiêu';

describe('the stand-in for a server for speech', () => {
  let voice: TestVoice;
  let standIn: StandIn;
  let asked: Sound;
  beforeAll(async () => {
    voice = openTestVoice();
    standIn = await startStandIn({ voice, apiKey: 'khoa-thu' });
    asked = resample(await standIn.teachSpoken(question), 8_000);
  }, 60_000);
  afterAll(async () => {
    await standIn.stop();
    await voice.stop();
  });
  const server = () => ({ baseUrl: standIn.url, model: 'stand-in', apiKey: 'khoa-thu' });
  const hear = ({ pcm16 }: Sound, hints: readonly string[] = []) =>
    hearByServer(server()).transcribe({ pcm16, sampleRate: 8_000, language: 'vi', hints, signal });

  it('gives the words of a sound that arrived, and tells how it knew', async () => {
    const told = oneAfterAnother(silence(0.2), overTheTelephone(asked), silence(0.8));
    await expect(hear(told, ['căn cước', 'tạm trú'])).resolves.toEqual({ text: question, confidence: null });
    expect(standIn.heard.at(-1)).toMatchObject({ text: question, sampleRate: 8_000, prompt: 'căn cước, tạm trú' });
    expect(standIn.heard.at(-1)!.likeness).toBeGreaterThan(0.999);
  });

  it('gives no words for a sound that did not arrive whole', async () => {
    await expect(hear(withNoise(asked, 10, chanceFrom(7)))).resolves.toEqual({ text: '', confidence: null });
    await expect(hear({ ...asked, pcm16: asked.pcm16.slice(asked.pcm16.length / 2) })).resolves.toMatchObject({
      text: '',
    });
  });

  it('speaks, and says what it taught with the very sound it taught', async () => {
    const speak = speakByServer({ ...server(), voice: 'vi' });
    const { wav } = await speak.synthesize({ text: question, rate: 'normal', signal });
    expect(resample(readWav(wav), 8_000).pcm16).toEqual(asked.pcm16);
    const slow = await speak.synthesize({ text: question, rate: 'slow', signal });
    expect(readWav(slow.wav).pcm16.length).toBeGreaterThan(1.15 * readWav(wav).pcm16.length);
    expect(standIn.spoken).toEqual([question, question]);
  });

  it('refuses a wrong key, what is no sound, and doors it has not', async () => {
    const wrong = hearByServer({ ...server(), apiKey: 'sai' });
    await expect(wrong.transcribe({ ...asked, sampleRate: 8_000, language: 'vi', signal })).rejects.toMatchObject({
      code: 'speech-refused',
    });
    const headers = { authorization: 'Bearer khoa-thu' };
    const form = new FormData();
    form.set('file', new Blob(['no sound']));
    const bad = await fetch(`${standIn.url}/audio/transcriptions`, { method: 'POST', body: form, headers });
    expect(bad.status).toBe(400);
    expect((await fetch(`${standIn.url}/models`, { headers })).status).toBe(404);
  });

  it('fails as it is told to, once each', async () => {
    standIn.failNext(
      { kind: 'status', status: 429 },
      { kind: 'garbage' },
      { kind: 'text', text: 'Cảm ơn các bạn đã theo dõi.' },
    );
    await expect(hear(asked)).rejects.toMatchObject({ code: 'speech-busy' });
    await expect(hear(asked)).rejects.toMatchObject({ code: 'speech-garbage' });
    await expect(hear(asked)).resolves.toMatchObject({ text: '' });
    await expect(hear(asked)).resolves.toMatchObject({ text: question });
  });
});
