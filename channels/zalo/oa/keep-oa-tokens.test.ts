import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startZaloSimulator, type ZaloSimulator } from '../simulator/start-zalo-simulator.ts';
import { memoryTokens } from '../test-store.ts';
import { type AskForTokens, askForTokens, keepOaTokens, type TokenAlarm } from './index.ts';

const hour = 3_600_000;

describe('the tokens of an Official Account', () => {
  let zalo: ZaloSimulator;
  let now = new Date('2026-11-23T03:00:00Z');
  let store: ReturnType<typeof memoryTokens>;
  let alarms: TokenAlarm[];
  const wait = async () => void (await new Promise(setImmediate));
  const ask = (): AskForTokens => {
    const { appId, appSecret } = zalo.accounts;
    return askForTokens({ appId, appSecret, oauthUrl: zalo.url, now: () => now });
  };
  const open = (given: string | null, more: { ask?: AskForTokens; store?: ReturnType<typeof memoryTokens> } = {}) =>
    keepOaTokens({
      account: zalo.accounts.oaId,
      store,
      ask: ask(),
      given,
      onAlarm: (alarm) => alarms.push(alarm),
      now: () => now,
      wait,
      ...more,
    });
  beforeEach(async () => {
    now = new Date('2026-11-23T03:00:00Z');
    store = memoryTokens();
    alarms = [];
    zalo = await startZaloSimulator({ now: () => now });
  });
  afterEach(() => zalo.close());

  it('begin with the one given by hand, which a restart does not use again', async () => {
    const given = zalo.tokens.consent();
    const token = await open(given).get();
    expect(zalo.tokens.isGood(token)).toBe(true);
    expect(await open(given).get()).toBe(token);
    expect(zalo.tokens.renewals).toBe(1);
  });

  it('are renewed once by many callers in many copies of the program', async () => {
    const given = zalo.tokens.consent();
    const copies = Array.from({ length: 4 }, () => open(given));
    const got = await Promise.all(copies.flatMap((copy) => Array.from({ length: 5 }, () => copy.get())));
    expect(new Set(got).size).toBe(1);
    zalo.tokens.expire();
    const renewed = await Promise.all(copies.map((copy) => copy.renew(got[0] ?? '')));
    expect(new Set(renewed).size).toBe(1);
    expect(zalo.tokens.renewals).toBe(2);
  });

  it('are renewed five hours before their end, and not before', async () => {
    const keeper = open(zalo.tokens.consent());
    await keeper.get();
    now = new Date(now.getTime() + 19 * hour);
    expect(await keeper.renewIfDue()).toBe(false);
    now = new Date(now.getTime() + 2 * hour);
    expect(await keeper.renewIfDue()).toBe(true);
    expect(zalo.tokens.renewals).toBe(2);
  });

  it('keep the pair before until the new one has worked', async () => {
    const keeper = open(zalo.tokens.consent());
    const first = await keeper.get();
    keeper.worked(first);
    const second = await keeper.renew(first);
    expect(store.kept()?.previous?.accessToken).toBe(first);
    keeper.worked(second);
    expect(store.kept()).toMatchObject({ previous: null, proven: true });
  });

  it('work from memory while the store cannot keep them, and are kept as soon as it can', async () => {
    let failures = 3;
    const shaky: ReturnType<typeof memoryTokens> = {
      ...store,
      keep: (...told) => {
        failures -= 1;
        return failures >= 0 ? Promise.reject(new Error('connection lost')) : store.keep(...told);
      },
    };
    const token = await open(zalo.tokens.consent(), { store: shaky }).get();
    expect(zalo.tokens.isGood(token)).toBe(true);
    expect(alarms).toMatchObject([{ code: 'token-not-kept' }]);
    while (failures >= 0) await wait();
    expect(store.kept()?.pair?.accessToken).toBe(token);
  });

  it('say that a renewal was cut short when its copy died between Zalo’s answer and keeping it', async () => {
    const given = zalo.tokens.consent();
    const first = await open(given).get();
    const dying: AskForTokens = async (grant) => {
      await ask()(grant);
      return new Promise(() => {});
    };
    void open(given, { ask: dying }).renew(first);
    while (zalo.tokens.renewals < 2) await wait();
    // Its right to renew ends with time; here at once.
    const heir: ReturnType<typeof memoryTokens> = {
      ...store,
      take: async () => ({ ...store.kept()!, renewing: true }),
    };
    await expect(open(given, { store: heir }).renew(first)).rejects.toMatchObject({
      action: 'human',
      platformCode: -118,
    });
    expect(alarms[0]).toMatchObject({ code: 'token-dead', what: expect.stringContaining('cut short') });
    expect(store.kept()?.deadBecause).toContain('cut short');
  });

  it('are asked for no more once Zalo refused, until a new one is given by hand', async () => {
    const keeper = open('SIMULATED-refresh-never-given');
    await expect(keeper.get()).rejects.toMatchObject({ action: 'human', platformCode: -118 });
    await expect(keeper.get()).rejects.toMatchObject({ action: 'human' });
    expect(alarms).toHaveLength(1);
    const fresh = await open(zalo.tokens.consent()).get();
    expect(zalo.tokens.isGood(fresh)).toBe(true);
    expect(store.kept()?.deadBecause).toBeNull();
  });

  it('tell that none was ever given', async () => {
    await expect(open(null).get()).rejects.toMatchObject({ action: 'human' });
    expect(alarms).toMatchObject([{ code: 'no-token', what: expect.stringContaining('ZALO_OA_REFRESH_TOKEN') }]);
  });

  it('take a code that a consent ended in', async () => {
    const keeper = open(null);
    await keeper.renewNow({ code: zalo.tokens.consent(), codeVerifier: 'v'.repeat(43) });
    expect(zalo.tokens.isGood(await keeper.get())).toBe(true);
  });

  it('serve on with the token at hand when Zalo is away at the time of renewing', async () => {
    const keeper = open(zalo.tokens.consent());
    const token = await keeper.get();
    now = new Date(now.getTime() + 21 * hour);
    zalo.faults.add({ on: 'renewToken', fault: { http: 503 } });
    expect(await keeper.get()).toBe(token);
    // The renewal that get() began ends in vain.
    await expect(keeper.renewIfDue()).rejects.toMatchObject({ action: 'retry' });
    expect(await keeper.get()).toBe(token);
    expect(await keeper.renewIfDue()).toBe(true);
    expect(alarms).toMatchObject([{ code: 'renewal-in-doubt' }]);
  });

  it('stand in no alarm', async () => {
    await open('SIMULATED-refresh-never-given')
      .get()
      .catch(() => {});
    expect(JSON.stringify(alarms)).not.toContain('SIMULATED');
  });
});
