import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { ScopeError } from './errors.ts';
import type { Scoped } from './tables.ts';
import { openTestStore, type TestStore } from './test-store.ts';

describe('the handles of the store', () => {
  let test: TestStore;
  let citizen: string;
  beforeAll(async () => {
    test = await openTestStore();
    citizen = (await test.store.openConversation({ channel: 'web', externalId: 'handles', locale: 'vi' })).citizenId;
  }, 60_000);
  afterAll(() => test?.close());

  it('refuses the outer handle inside withCitizen, after an await as well', async () => {
    const { database } = test.store;
    const use = database.withCitizen(citizen, async (handle) => {
      await sql`select 1`.execute(handle);
      return database.outer.selectFrom('turn').selectAll().execute();
    });
    await expect(use).rejects.toThrow(ScopeError);
    await expect(use).rejects.toThrow(/from inside withCitizen/);
  });

  it('refuses to open a second scope inside of one', async () => {
    const { database } = test.store;
    const nest = database.withJob('figures', () => database.withCitizen(citizen, async () => 1));
    await expect(nest).rejects.toThrow(/from inside withJob\(figures\)/);
    await expect(
      database.withOfficer({ id: 'o', role: 'officer', unit: '1' }, () => test.store.unanswered(new Date())),
    ).rejects.toThrow(ScopeError);
  });

  it('allows the outer handle before and after, and in work that runs beside', async () => {
    const { database } = test.store;
    await database.withCitizen(citizen, async () => 1);
    const [, beside] = await Promise.all([
      database.withCitizen(citizen, async (handle) => sql`select pg_sleep(0.05)`.execute(handle)),
      database.outer.selectFrom('turn').select('id').execute(),
    ]);
    expect(beside).toEqual([]);
  });

  it("makes a handle useless once its scope has ended, so that it cannot slip into a stranger's transaction", async () => {
    let kept: Scoped | undefined;
    await test.store.database.withCitizen(citizen, async (handle) => {
      kept = handle;
    });
    await expect(kept?.selectFrom('citizen').selectAll().execute()).rejects.toThrow(/after it had ended/);
    await expect(sql`select 1`.execute(kept as Scoped)).rejects.toThrow(ScopeError);
  });

  it('leaves no role and no citizen behind on a connection, after commit and after an error', async () => {
    const { database } = test.store;
    await database.withJob('figures', async () => 1);
    await expect(
      database.withCitizen(citizen, async () => {
        throw new Error('broke');
      }),
    ).rejects.toThrow('broke');
    for (let connection = 0; connection < 12; connection++) {
      const { rows } =
        await sql`select current_user as who, nullif(current_setting('app.citizen_id', true), '') as citizen`.execute(
          database.outer,
        );
      expect(rows).toEqual([{ who: 'app_rt', citizen: null }]);
    }
  });
});
