import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestStore, type TestStore } from '../../../bot/store/test-store.ts';
import { openZalo } from '../open-zalo.ts';
import { startZaloSimulator, type ZaloSimulator } from '../simulator/start-zalo-simulator.ts';
import { accountsOf } from '../simulator/test-accounts.ts';
import { examineZalo } from './doctor.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };

describe('npm run zalo -- doctor, against the simulated Zalo', () => {
  let zalo: ZaloSimulator;
  let test: TestStore;
  beforeAll(async () => {
    zalo = await startZaloSimulator({});
    test = await openTestStore();
  }, 60_000);
  afterAll(async () => {
    await test?.close();
    await zalo?.close();
  });
  const open = () => openZalo({ ...accountsOf(zalo), store: test.store, log, onError: () => {} });
  const ill = async (publicUrl: string | null) =>
    (await examineZalo(open(), publicUrl)).filter(({ isWell }) => !isWell).map(({ what }) => what);

  it('says how to begin where nothing is set', async () => {
    const [only, ...others] = await examineZalo({ bot: null, oa: null }, null);
    expect(only).toMatchObject({ isWell: false, what: expect.stringContaining('ZALO_BOT_TOKEN') });
    expect(others).toEqual([]);
  });

  it('names the address that is missing, and the webhook that is not set', async () => {
    const said = (await ill(null)).join('\n');
    expect(JSON.stringify(await examineZalo(open(), null))).not.toContain('null/zalo');
    expect(said).toMatch(/PUBLIC_URL/);
    expect(said).toMatch(/set-webhook/);
  });

  it('finds nothing wrong once the webhook is set, and shows no secret', async () => {
    const zaloNow = open();
    await zaloNow.bot?.client.setWebhook({
      url: 'https://hoi.phuong.example/zalo/bot',
      secretToken: zalo.accounts.botSecret,
    });
    const findings = await examineZalo(zaloNow, 'https://hoi.phuong.example');
    expect(findings.filter(({ isWell }) => !isWell)).toEqual([]);
    expect(findings.length).toBeGreaterThan(5);
    const said = JSON.stringify(findings);
    for (const secret of [zalo.accounts.botToken, zalo.accounts.botSecret, zalo.accounts.oaSecret])
      expect(said).not.toContain(secret);
  });

  it('tells what Zalo refuses in place of breaking off', async () => {
    zalo.faults.add({ on: 'getMe', fault: { code: 401 } });
    expect((await ill('https://hoi.phuong.example')).join('\n')).toMatch(/getMe/);
  });
});
