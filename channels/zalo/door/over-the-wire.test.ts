/** The whole way, over HTTP and against the simulated Zalo: signed webhook in, delivery kept, turn, outbox, message out. */
import { createServer, type Server } from 'node:http';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import type { Parts } from '../../../assemble.ts';
import { createAssistant, pipeline, sendParcels, storeTools } from '../../../bot/index.ts';
import { openTestStore, type TestStore } from '../../../bot/store/test-store.ts';
import { testParts } from '../../test-parts.ts';
import { openZalo, type ZaloOptions } from '../open-zalo.ts';
import { type Simulated, startZaloSimulator, type ZaloSimulator } from '../simulator/start-zalo-simulator.ts';
import { accountsOf } from '../simulator/test-accounts.ts';
import type { SimulatedZaloOptions } from '../simulator/world.ts';
import { openZaloDoor } from './open-door.ts';

const hour = 3_600_000;

interface Way {
  readonly zalo: ZaloSimulator;
  readonly store: TestStore;
  readonly errors: unknown[];
  /** Says it, and waits until its turn is done. */
  heard(said: Simulated, to?: 'oa' | 'bot'): Promise<void>;
  /** One round of the outbox. */
  pump(): Promise<void>;
  wait(ms: number): void;
  parcels(): Promise<readonly string[]>;
  close(): Promise<void>;
}

let parts: Parts;

async function openWay(options: Pick<SimulatedZaloOptions, 'limits'> = {}): Promise<Way> {
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const zalo = await startZaloSimulator({ ...options, now });
  const store = await openTestStore();
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  // Waiting for the allowance of calls is what moves the clock.
  const rateClock = {
    now: () => performance.now() + ahead,
    after: (ms: number, ring: () => void) => {
      const moved = setImmediate(() => {
        ahead += ms;
        ring();
      });
      return () => clearImmediate(moved);
    },
  };
  const opened = openZalo({ ...accountsOf(zalo), store: store.store, log: silentLog, onError, rateClock });
  const own = { secretKey: Buffer.alloc(32, 7), publicUrl: null, paidMessages: false, noticeTemplate: null };
  const door = openZaloDoor({
    ...own,
    zalo: opened,
    store: store.store,
    speak: parts.speak,
    listen: null,
    now,
    onError,
  });
  const tools = { ...parts.tools, ...storeTools(store.store, { channels: ['web', 'zalo-oa'], page: null }) };
  const assistant = createAssistant({ steps: pipeline(tools), speak: parts.speak, store: store.store });
  const handle = door.handleWith(assistant);
  const handled = new Map<string, () => void>();
  const work = opened.start(async (event) => {
    await handle(event);
    handled.get(event.messageId ?? '')?.();
  });
  const server: Server = createServer(express().use(opened.routes, door.routes));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  zalo.deliverTo(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
  let count = 0;
  return {
    zalo,
    store,
    errors,
    async heard(said, to = 'oa') {
      count += 1;
      const id = said.id ?? `m${count}`;
      const done = new Promise<void>((resolve) => void handled.set(id, resolve));
      const report = await (to === 'oa' ? zalo.toOa({ ...said, id }) : zalo.toBot({ ...said, id }));
      expect(report.statuses.at(-1)).toBe(200);
      await done;
    },
    async pump() {
      await sendParcels({ outbox: store.store.outbox, senders: door.senders, now, lanes: 4, onError });
    },
    wait: (ms) => {
      ahead += ms;
    },
    parcels: async () =>
      (await store.database.query('select state from outbox order by seq, part')).map(({ state }) => String(state)),
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await work.stop();
      await store.close();
      await zalo.close();
    },
  };
}

const silentLog = { info: () => {}, warn: () => {}, error: () => {} } as unknown as ZaloOptions['log'];

describe('over the simulated Zalo', () => {
  let way: Way;
  beforeAll(async () => {
    parts = await testParts();
  }, 60_000);
  afterEach(() => way?.close());
  const textsTo = (user: string) => way.zalo.sent.to(user).map(({ text }) => text);

  it.each(['oa', 'bot'] as const)('answers a question by %s', async (to) => {
    way = await openWay();
    await way.heard({ from: '246845883529197922', text: 'le phi dang ky khai sinh' }, to);
    await way.pump();
    expect(textsTo('246845883529197922').join('\n')).toMatch(/máy trả lời tự động[\s\S]*Không mất phí/);
    expect(way.errors).toEqual([]);
  });

  it('takes the very payload of a button back as its choice', async () => {
    way = await openWay();
    await way.heard({ from: 'u1', text: 'giấy tờ đăng ký khai sinh' });
    await way.pump();
    const last = way.zalo.sent.to('u1').at(-1)!.body as {
      message: { attachment: { payload: { buttons: { title: string; type: string; payload: string }[] } } };
    };
    const { buttons } = last.message.attachment.payload;
    const fee = buttons.find(({ title }) => title === 'Lệ phí')!;
    expect(fee.type).toBe('oa.query.show');
    await way.heard({ from: 'u1', text: fee.payload });
    await way.pump();
    expect(textsTo('u1').at(-1)).toContain('Không mất phí');
  });

  it('answers a delivery that comes three times once', async () => {
    way = await openWay();
    await way.heard({ from: 'u1', text: 'lệ phí khai sinh', id: 'same' });
    await way.zalo.toOa({ from: 'u1', text: 'lệ phí khai sinh', id: 'same' });
    await way.zalo.toOa({ from: 'u1', text: 'lệ phí khai sinh', id: 'same' });
    await way.pump();
    expect(textsTo('u1')).toHaveLength(2);
  });

  it('renews a token that ends in the middle of an answer exactly once, and sends each part once', async () => {
    way = await openWay();
    await way.heard({ from: 'u0', text: 'chào' });
    await way.pump();
    const refreshes = () => way.zalo.tokens.renewals;
    const before = refreshes();
    await Promise.all(['u1', 'u2', 'u3'].map((from) => way.heard({ from, text: 'giấy tờ đăng ký khai sinh' })));
    way.zalo.tokens.expire();
    await way.pump();
    expect(refreshes() - before).toBe(1);
    for (const user of ['u1', 'u2', 'u3']) {
      expect(textsTo(user).length).toBeGreaterThan(2);
      expect(new Set(textsTo(user)).size).toBe(textsTo(user).length);
    }
    expect(new Set(await way.parcels())).toEqual(new Set(['sent']));
  });

  it.each(['break-after', 'garbled'] as const)('is in doubt after %s, and sends nothing twice', async (fault) => {
    way = await openWay();
    await way.heard({ from: 'u1', text: 'giấy tờ đăng ký khai sinh' });
    way.zalo.faults.add({ on: 'sendText', fault });
    await way.pump();
    way.wait(hour);
    await way.pump();
    expect(await way.parcels()).toEqual(['ambiguous', 'sent', 'sent']);
    expect(new Set(textsTo('u1')).size).toBe(3);
    expect(textsTo('u1')).toHaveLength(3);
  });

  it('tries again what never got there', async () => {
    way = await openWay();
    await way.heard({ from: 'u1', text: 'chào' });
    way.zalo.faults.add({ on: 'sendText', fault: { code: -200 }, times: 2 });
    await way.pump();
    for (const ms of [31_000, 61_000]) {
      way.wait(ms);
      await way.pump();
    }
    expect(new Set(await way.parcels())).toEqual(new Set(['sent']));
    expect(textsTo('u1')).toHaveLength(2);
  });

  it('drains without loss or repeat when Zalo takes ten calls a minute', async () => {
    way = await openWay({ limits: { oaPerMinute: 10 } });
    const users = Array.from({ length: 8 }, (_, index) => `u${index}`);
    for (const from of users) await way.heard({ from, text: 'lệ phí khai sinh' });
    for (let minute = 0; minute < 12; minute += 1) {
      await way.pump();
      way.wait(61_000);
    }
    expect(new Set(await way.parcels())).toEqual(new Set(['sent']));
    for (const user of users) {
      expect(textsTo(user)).toHaveLength(2);
      expect(textsTo(user)[0]).toContain('máy trả lời tự động');
    }
  });

  it('tells whoever blocked the account nothing more, and fails what was for him', async () => {
    way = await openWay();
    await way.heard({ from: 'u1', text: 'chào' });
    way.zalo.people.of('u1').blocked = true;
    await way.pump();
    expect(new Set(await way.parcels())).toEqual(new Set(['failed']));
    expect(textsTo('u1')).toEqual([]);
  });
});
