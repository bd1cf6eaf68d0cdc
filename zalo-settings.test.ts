import { describe, expect, it } from '@jest/globals';
import { readConfig, zaloAccounts } from './config.ts';

const bot = { ZALO_BOT_TOKEN: '458912330021:some-bot-token', ZALO_BOT_WEBHOOK_SECRET: 'a'.repeat(32) };
const oa = {
  ZALO_APP_ID: '3608465248940903967',
  ZALO_OA_ID: '388613280878808645',
  ZALO_APP_SECRET: 'some-app-secret',
  ZALO_OA_SECRET_KEY: 'some-oa-secret',
};

describe('the settings of Zalo', () => {
  it('are off by default', () => expect(zaloAccounts(readConfig({}), {})).toEqual({ bot: null, oa: null }));

  it('give both accounts', () => {
    const env = { ...bot, ...oa, ZALO_OA_REFRESH_TOKEN: 'some-refresh' };
    const accounts = zaloAccounts(readConfig(env), env);
    expect(accounts.bot).toMatchObject({ token: bot.ZALO_BOT_TOKEN, events: 'webhook' });
    expect(accounts.oa).toMatchObject({
      appId: oa.ZALO_APP_ID,
      refreshToken: 'some-refresh',
      signatureForms: ['app-id:oa-secret'],
      oldestHours: 3,
    });
  });

  it.each([
    ['a bot without its secret', { ZALO_BOT_TOKEN: bot.ZALO_BOT_TOKEN }, 'ZALO_BOT_WEBHOOK_SECRET'],
    ['a secret without a bot', { ZALO_BOT_WEBHOOK_SECRET: bot.ZALO_BOT_WEBHOOK_SECRET }, 'ZALO_BOT_TOKEN'],
    ['a secret too short to be one', { ...bot, ZALO_BOT_WEBHOOK_SECRET: 'short' }, 'ZALO_BOT_WEBHOOK_SECRET'],
    ['an OA without what verifies its events', { ...oa, ZALO_OA_SECRET_KEY: '' }, 'ZALO_OA_SECRET_KEY'],
    ['an OA with its id alone', { ZALO_OA_ID: oa.ZALO_OA_ID }, 'ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_SECRET_KEY'],
    ['an unknown form of signature', { ...oa, ZALO_OA_SIGNATURE: 'hmac' }, 'ZALO_OA_SIGNATURE'],
    [
      'a window in which Zalo’s own redeliveries would be refused',
      { ...oa, ZALO_OA_OLDEST_HOURS: '1' },
      'ZALO_OA_OLDEST_HOURS',
    ],
    ['a token sent over an open line', { ...bot, ZALO_BOT_API_URL: 'http://bot.example' }, 'ZALO_BOT_API_URL'],
  ])('refuse %s, and name what to set', (_what, env, name) => {
    expect(() => readConfig(env)).toThrow(name);
  });

  it('let a developer ask for events without a secret, and believe every form', () => {
    const env = { ZALO_BOT_TOKEN: bot.ZALO_BOT_TOKEN, ZALO_BOT_EVENTS: 'poll', ...oa, ZALO_OA_SIGNATURE: 'all' };
    const accounts = zaloAccounts(readConfig(env), env);
    expect(accounts.bot).toMatchObject({ webhookSecret: null, events: 'poll' });
    expect(accounts.oa?.signatureForms).toHaveLength(4);
  });

  it('may be printed without their secrets', () => {
    const printed = JSON.stringify(readConfig({ ...bot, ...oa, ZALO_OA_REFRESH_TOKEN: 'some-refresh' }));
    expect(printed).not.toMatch(/some-|aaaa/);
  });
});
