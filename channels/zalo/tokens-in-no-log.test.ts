import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { openTestStore, type TestStore } from '../../bot/store/test-store.ts';
import { openZalo } from './open-zalo.ts';
import { startZaloSimulator, type ZaloSimulator } from './simulator/start-zalo-simulator.ts';

const userId = '246845883529197922';

/** A log as bare as can be: what our own log would mask besides must not be there in the first place. */
function hearAll() {
  const heard: string[] = [];
  const stream = new Writable({
    write(part, _encoding, done) {
      heard.push(String(part));
      done();
    },
  });
  const log = pino({ level: 'trace' }, stream);
  return { heard, log };
}

describe('a run in which everything goes wrong', () => {
  let test: TestStore;
  let zalo: ZaloSimulator;
  beforeAll(async () => {
    test = await openTestStore();
    zalo = await startZaloSimulator();
  }, 60_000);
  afterAll(async () => {
    await zalo.close();
    await test.close();
  });

  it('writes no token, no secret, no address with one, and no word of a citizen’s into the log', async () => {
    const { heard, log } = hearAll();
    const { accounts, settings, url } = zalo;
    const common = { callsPerMinute: 60_000 };
    const wire = openZalo({
      bot: { token: accounts.botToken, webhookSecret: accounts.botSecret, events: 'webhook', apiUrl: url, ...common },
      oa: {
        ...accounts,
        refreshToken: settings.ZALO_OA_REFRESH_TOKEN ?? '',
        signatureForms: ['app-id:oa-secret'],
        oldestHours: 3,
        sendProof: true,
        templateBody: 'user_id',
        openApiUrl: url,
        businessApiUrl: url,
        oauthUrl: url,
        ...common,
      },
      store: test.store,
      log,
      onError: (err) => log.error({ err }, 'zalo'),
    });
    zalo.people.interacts(userId, new Date());
    const calls = [
      () => wire.bot?.client.sendMessage({ chatId: 'c', text: 'số của tôi 010190000011' }),
      () => wire.bot?.client.getMe(),
      () => wire.oa?.client.sendText({ userId, text: 'số của tôi 010190000011' }),
      () => wire.oa?.tokens.renewNow(),
    ];
    for (const fault of [
      { code: -216 },
      { http: 500 },
      { http: 302 },
      'break-after',
      'break-before',
      'garbled',
    ] as const)
      for (const call of calls) {
        zalo.faults.add({ on: 'any', times: 1, fault });
        await call()?.catch((err: unknown) => log.error({ err }, 'call failed'));
      }
    zalo.faults.clear();
    const app = express().use(wire.routes);
    const secret = { 'x-bot-api-secret-token': `${accounts.botSecret}-wrong`, 'x-zevent-signature': 'mac=ff' };
    await request(app)
      .post('/zalo/bot')
      .set(secret)
      .send({ event_name: 'x', message: { text: 'của tôi 010190000011' } });
    await request(app).post('/zalo/oa').set(secret).send({ event_name: 'x', timestamp: '1' });
    const text = heard.join('\n');
    expect(heard.length).toBeGreaterThan(20);
    expect(text).not.toMatch(/SIMULATED|simulated-bot-webhook-secret|127\.0\.0\.1|010190000011/);
    expect(text).toContain('refused:bad-signature');
  });
});
