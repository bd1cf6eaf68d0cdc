import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { openTestStore, type TestStore } from '../../../bot/store/test-store.ts';
import { openZalo } from '../open-zalo.ts';
import { startZaloSimulator, type ZaloSimulator } from '../simulator/start-zalo-simulator.ts';
import { accountsOf } from '../simulator/test-accounts.ts';
import { rehearseDeliveries } from './rehearse-deliveries.ts';
import { openTestDoors, testBot, testKeys } from './test-webhook.ts';

const doors = { bot: testBot, oa: { keys: testKeys, forms: ['app-id:oa-secret'] as const, oldestMs: 10_000 } };

describe('a rehearsal before the port is open', () => {
  it('goes all the way in at both doors, signed', async () => {
    const { app, kept } = openTestDoors({ now: () => new Date() });
    await rehearseDeliveries(app, doors);
    expect(kept.filter(({ channel }) => channel === 'zalo-oa').length).toBeGreaterThan(100);
    expect(kept.filter(({ channel }) => channel === 'zalo-bot').length).toBeGreaterThan(100);
  });

  it('does not hide that deliveries would be refused', async () => {
    const { app } = openTestDoors({ now: () => new Date() });
    const wrong = { ...doors, oa: { ...doors.oa, keys: { ...testKeys, oaSecret: 'another' } } };
    await expect(rehearseDeliveries(app, wrong)).rejects.toThrow('401');
  });
});

describe('a rehearsal with the real store', () => {
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

  it('leaves nothing behind, tells no log of forms that never came, and what comes next is kept', async () => {
    const told: unknown[] = [];
    const tell = (...line: unknown[]) => void told.push(line);
    const log = { info: tell, warn: tell, error: tell };
    const opened = openZalo({ ...accountsOf(zalo), store: test.store, log, onError: tell });
    await opened.rehearse(express().use(opened.routes));
    expect(told).toEqual([]);
    expect(await test.store.deliveries.counts()).toEqual([]);
    const server = express().use(opened.routes).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    zalo.deliverTo(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
    await zalo.toOa({ from: 'u1', text: 'lệ phí khai sinh' });
    expect(await test.store.deliveries.counts()).toMatchObject([{ channel: 'zalo-oa', state: 'queued', count: 1 }]);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
