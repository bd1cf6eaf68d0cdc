import { describe, expect, it } from '@jest/globals';
import { hotlineAccounts, readConfig } from './config.ts';

const secret = 'a-secret-of-sixteen-signs';
const read = (env: NodeJS.ProcessEnv) => hotlineAccounts(readConfig(env), env);

describe('the settings of the telephone', () => {
  it('leave every provider off without its secret', () => {
    expect(read({})).toEqual({ jambonz: null, twiml: null });
  });

  it('open jambonz by its webhook secret alone', () => {
    expect(read({ JAMBONZ_WEBHOOK_SECRET: secret, JAMBONZ_SPEAKER: 'custom:hoi' }).jambonz).toMatchObject({
      secret,
      voice: { synthesizer: { vendor: 'custom:hoi', language: 'vi-VN' }, recognizer: { vendor: 'google' } },
    });
  });

  it('open TwiML by its token and our address', () => {
    const env = { TWIML_AUTH_TOKEN: secret, PUBLIC_URL: 'https://hoi.phuong.example' };
    expect(read(env).twiml).toMatchObject({ token: secret, publicUrl: 'https://hoi.phuong.example' });
  });

  it.each([
    [{ TWIML_AUTH_TOKEN: secret }, /PUBLIC_URL/],
    [{ JAMBONZ_WEBHOOK_SECRET: 'short' }, /JAMBONZ_WEBHOOK_SECRET: at least 16/],
    [{ JAMBONZ_WEBHOOK_SECRET: secret, JAMBONZ_LISTENER: 'two words' }, /JAMBONZ_LISTENER/],
  ])('refuse half of them: %o', (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });

  it('print no secret', () => {
    const env = { JAMBONZ_WEBHOOK_SECRET: secret, TWIML_AUTH_TOKEN: secret, PUBLIC_URL: 'https://hoi.phuong.example' };
    expect(JSON.stringify(readConfig(env))).not.toContain(secret);
  });
});
