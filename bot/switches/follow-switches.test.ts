import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStore, type Store } from '../store/index.ts';
import { openTestStore, type TestStore } from '../store/test-store.ts';
import { type FollowedSwitches, followSwitches } from './follow-switches.ts';

const at = new Date();
const order = {
  what: 'bot',
  unit: null,
  because: 'Trả lời sai lệ phí',
  by: { name: 'Lan', actor: 'staff:lan' },
  at,
} as const;
const never = 600_000;

/** The change is told by the database; the test waits for that and for nothing else. */
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
};

describe('two copies of the program on one store', () => {
  let test: TestStore;
  let other: Store;
  let boards: FollowedSwitches[] = [];
  const fail = (error: unknown) => {
    throw error;
  };
  beforeAll(async () => {
    test = await openTestStore();
    const { databaseUrl, ownerUrl } = test.database;
    other = await openStore({ dataFolder: '', databaseUrl, ownerUrl, secretKey: Buffer.alloc(32, 7) });
    boards = [
      await followSwitches({ store: test.store.switches, onError: fail, everyMs: never }),
      await followSwitches({ store: other.switches, onError: fail, everyMs: 200 }),
    ];
  }, 60_000);
  afterAll(async () => {
    await Promise.all(boards.map((board) => board.stop()));
    await other?.close();
    await test?.close();
  });
  const isOff = (index: number) => boards[index]!.isOff('bot', null, new Date());

  it('obey a switch thrown on the other, and its end', async () => {
    expect([isOff(0), isOff(1)]).toEqual([false, false]);
    await test.store.switches.turnOff({ ...order, until: null });
    await until(() => isOff(1));
    expect(await test.store.switches.turnOn({ ...order, because: 'Đã sửa' })).toBe(true);
    await until(() => !isOff(1));
    expect(await test.store.switches.turnOn({ ...order, because: 'Đã sửa' })).toBe(false);
  });

  it('hold what was read last while the store cannot be read, and do not start without a first reading', async () => {
    const broken = { open: () => Promise.reject(new Error('down')), onChange: () => () => {} };
    await expect(followSwitches({ store: broken, onError: fail })).rejects.toThrow('down');
    let down = false;
    let told = () => {};
    const errors: unknown[] = [];
    const rows = await (async () => {
      await test.store.switches.turnOff({ ...order, what: 'hotline', until: null });
      return test.store.switches.open(new Date());
    })();
    const board = await followSwitches({
      store: {
        open: () => (down ? Promise.reject(new Error('down')) : Promise.resolve(rows)),
        onChange: (listener) => {
          told = listener;
          return () => {};
        },
      },
      onError: (error) => errors.push(error),
      everyMs: never,
    });
    down = true;
    told();
    await until(() => errors.length > 0);
    expect(board.isOff('hotline', null, new Date())).toBe(true);
    await board.stop();
  });

  it('write down who did what, why, and when it ends', async () => {
    const ends = new Date(Date.now() + 60_000);
    const id = await test.store.switches.turnOff({ ...order, what: 'kiosk', unit: '02683', until: ends });
    const again = await test.store.switches.turnOff({ ...order, what: 'kiosk', unit: '02683', until: null });
    const { off } = await test.store.switches.history();
    expect(off.find((row) => row.id === id)).toMatchObject({
      until: ends,
      endedBy: 'Lan',
      because: order.because,
    });
    expect(off.find((row) => row.id === again)).toMatchObject({ endedAt: null });
    const rows = await test.database.query(
      "select action, actor, detail ->> 'because' as because from audit where object = 'switch:kiosk' order by seq",
    );
    expect(rows).toEqual([
      { action: 'switch-off', actor: 'staff:lan', because: order.because },
      { action: 'switch-off', actor: 'staff:lan', because: order.because },
    ]);
    expect(await test.store.verifyAudit()).toMatchObject({ brokenAt: null });
  });

  it('refuse a switch without a reason, and let no turn of the program write one', async () => {
    await expect(test.store.switches.turnOff({ ...order, because: '  ', until: null })).rejects.toThrow();
    await expect(
      test.store.database.outer.updateTable('switch').set({ until: new Date() }).execute(),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('keep banners from their first minute to their last, or until they are taken down', async () => {
    const { switches } = test.store;
    const words = {
      vi: 'Quầy đóng cửa vì bão.',
      en: 'Closed: storm.',
      severity: 'danger',
      units: null,
      by: order.by,
    } as const;
    const ahead = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
    const id = await switches.publish({ ...words, from: ahead(5), to: ahead(10) }, at);
    await boards[0]!.refresh();
    const shown = (minutes: number) => boards[0]!.bannersFor(null, ahead(minutes)).map((banner) => banner.id);
    expect([shown(4), shown(5), shown(9), shown(10)]).toEqual([[], [id], [id], []]);
    expect(await switches.takeDown({ id, by: order.by, at: ahead(6) })).toBe(true);
    expect(await switches.takeDown({ id, by: order.by, at: ahead(6) })).toBe(false);
    await boards[0]!.refresh();
    expect(shown(7)).toEqual([]);
  });
});
