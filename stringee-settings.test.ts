import { describe, expect, it } from '@jest/globals';
import { hotlineSpeechKey, readConfig, speechParts, stringeeAccount } from './config.ts';

const signed = { STRINGEE_SIGNING_SECRET: 'khoa-ky-thu-nghiem', PUBLIC_URL: 'https://hoi.phuong.example' };
const words = {
  ...signed,
  ...{ STRINGEE_WORDS: 'yes', STRINGEE_API_KEY_SID: 'SK.thu.nghiem', STRINGEE_API_KEY_SECRET: 'khoa-goi-thu' },
  SPEECH_TO_TEXT_URL: 'http://127.0.0.1:8000/v1',
};
const accountOf = (env: Record<string, string>) => stringeeAccount(readConfig(env), env);

describe('the settings of Stringee', () => {
  it('leave it off without its secret, and callers to their keys with it', () => {
    expect(accountOf({})).toBeNull();
    expect(accountOf(signed)).toMatchObject({ secret: 'khoa-ky-thu-nghiem', words: null, slowSpeed: null });
  });

  it('let callers speak only where everything for it is there', () => {
    expect(accountOf(words)).toMatchObject({ words: { sid: 'SK.thu.nghiem' }, recordingHosts: ['api.stringee.com'] });
    for (const name of ['STRINGEE_API_KEY_SID', 'STRINGEE_API_KEY_SECRET', 'SPEECH_TO_TEXT_URL', 'PUBLIC_URL'])
      expect(() => readConfig({ ...words, [name]: '' })).toThrow(name);
    expect(() => readConfig({ ...words, STRINGEE_SIGNING_SECRET: '' })).toThrow('STRINGEE_SIGNING_SECRET');
  });

  it('name hosts alone, and keep secrets out of what may be printed', () => {
    expect(() => readConfig({ ...words, STRINGEE_RECORDING_HOSTS: '127.0.0.1' })).toThrow('127.0.0.1 is no name');
    expect(JSON.stringify(readConfig(words))).not.toMatch(/khoa-(?:ky|goi)/);
  });
});

describe('the settings of speech', () => {
  const all = {
    ...{ SPEECH_TO_TEXT_URL: 'http://127.0.0.1:8000/v1', SPEECH_TO_TEXT_API_KEY: 'khoa-tai-thu' },
    ...{ TEXT_TO_SPEECH_URL: 'https://noi.tinh.example/v1', TEXT_TO_SPEECH_API_KEY: 'khoa-mieng-thu' },
    ...{ TEXT_TO_SPEECH_VOICE: 'hn-quynhanh', HOTLINE_SPEECH_KEY: 'khoa-tong-dai-thu' },
    PATH: '/usr/bin',
  };

  it('tell what hears, what speaks and where programs lie', () => {
    expect(speechParts(readConfig(all), all)).toEqual({
      toText: { baseUrl: 'http://127.0.0.1:8000/v1', model: 'whisper-1', apiKey: 'khoa-tai-thu' },
      toSpeech: { baseUrl: 'https://noi.tinh.example/v1', model: 'tts-1', apiKey: 'khoa-mieng-thu' },
      voice: 'hn-quynhanh',
      path: '/usr/bin',
    });
    expect(speechParts(readConfig({}), {})).toEqual({ toText: null, toSpeech: null, voice: null, path: '' });
    expect(hotlineSpeechKey(all)).toBe('khoa-tong-dai-thu');
    expect(hotlineSpeechKey({})).toBeNull();
  });

  it('refuse an open line abroad, a voice that is an option, and a short key; and are kept out of what may be printed', () => {
    expect(() => readConfig({ TEXT_TO_SPEECH_URL: 'http://noi.tinh.example/v1' })).toThrow('TEXT_TO_SPEECH_URL');
    expect(() => readConfig({ TEXT_TO_SPEECH_VOICE: '--path=/tmp' })).toThrow('TEXT_TO_SPEECH_VOICE');
    expect(() => readConfig({ HOTLINE_SPEECH_KEY: 'ngan' })).toThrow('HOTLINE_SPEECH_KEY');
    expect(JSON.stringify(readConfig(all))).not.toContain('khoa-');
  });
});
