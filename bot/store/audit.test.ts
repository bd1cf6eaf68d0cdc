import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addAudit } from './audit.ts';
import { openTestStore, type TestStore } from './test-store.ts';

describe('the audit log', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());
  const add = (action: string, detail?: unknown) =>
    test.store.database.withJob('retention', (handle) =>
      addAudit(handle, { actor: 'bot', action, object: 'conversation 1', detail }),
    );

  it('is whole when it is empty', async () => {
    expect(await test.store.verifyAudit()).toEqual({ rows: 0, brokenAt: null, head: '', noted: null });
  });

  it('numbers rows without gaps and chains them, also when many are added at once and some are taken back', async () => {
    const lost = test.store.database.withJob('retention', async (handle) => {
      await addAudit(handle, { actor: 'bot', action: 'lost', object: 'x' });
      throw new Error('rolled back');
    });
    await Promise.all([
      ...Array.from({ length: 30 }, (_, index) => add(`deleted "${index}"\n`, { số: index })),
      expect(lost).rejects.toThrow('rolled back'),
    ]);
    expect(await test.store.verifyAudit()).toMatchObject({
      rows: 30,
      brokenAt: null,
      head: expect.stringMatching(/^[\da-f]{64}$/),
    });
  });

  it('goes on past a page of rows', async () => {
    await test.database.query(
      "insert into audit (actor, action, object, detail) select 'bot', 'x', n::text, '{}' from generate_series(31, 2200) n",
    );
    expect(await test.store.verifyAudit()).toMatchObject({ rows: 2200, brokenAt: null });
  });

  it.each(["update audit set action = 'nothing' where seq = 3", 'delete from audit where seq = 3', 'truncate audit'])(
    'refuses even a superuser: %s',
    async (statement) => {
      await expect(test.database.query(statement)).rejects.toMatchObject({ code: 'P0001' });
    },
  );

  it('gives the program no right to change or read it, nor to choose number, moment or hash', async () => {
    const { outer } = test.store.database;
    await expect(outer.updateTable('audit').set({ action: 'x' }).execute()).rejects.toMatchObject({ code: '42501' });
    await expect(outer.deleteFrom('audit').execute()).rejects.toMatchObject({ code: '42501' });
    await expect(outer.selectFrom('audit').select('action').execute()).rejects.toMatchObject({ code: '42501' });
    const forged = { actor: 'a', action: 'b', object: 'c', detail: '{}', at: new Date(0) };
    await expect(
      outer
        .insertInto('audit')
        .values(forged as never)
        .execute(),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    ['a changed row', 'update audit set detail = \'{"số": 99}\' where seq = 7', 7],
    ['a changed moment', "update audit set at = at + interval '1 hour' where seq = 6", 6],
    ['a removed row', 'delete from audit where seq = 5', 5],
  ])('shows %s after somebody had switched its guard off', async (_what, statement, brokenAt) => {
    await test.database.query(
      `alter table audit disable trigger audit_keep; ${statement}; alter table audit enable trigger audit_keep`,
    );
    expect(await test.store.verifyAudit()).toMatchObject({ brokenAt });
  });
});
