import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogueFaults } from './catalogue.ts';
import { openStore } from './open-store.ts';
import { openTestStore, type TestStore } from './test-store.ts';

const own = "citizen_id = nullif(current_setting('app.citizen_id', true), '')::uuid";
const protect = `
  alter table note enable row level security;
  alter table note force row level security;
  create policy own_rows on note to app_rt using (${own}) with check (${own});
  create index on note (citizen_id);`;

describe('the catalogue', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());
  const faults = () => catalogueFaults(test.store.database.outer);
  const make = async (...statements: string[]): Promise<void> => {
    await test.database.query('drop table if exists note cascade');
    await test.database.query(
      ['create table note (id uuid primary key, citizen_id uuid not null)', ...statements].join(';'),
    );
  };

  it('finds every table with a citizen in it protected', async () => {
    expect(await faults()).toEqual([]);
  });

  it('names all that a new table forgets', async () => {
    await make();
    expect(await faults()).toEqual([
      'note lacks ENABLE ROW LEVEL SECURITY',
      'note lacks FORCE ROW LEVEL SECURITY',
      'note lacks an index that begins with citizen_id',
      'note lacks the policy of own rows with its WITH CHECK',
    ]);
  });

  it('is content with one that forgets nothing', async () => {
    await make(protect);
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['FORCE', 'alter table note no force row level security', /note lacks FORCE/],
    ['ENABLE', 'alter table note disable row level security', /note lacks ENABLE/],
    ['the index', 'drop index note_citizen_id_idx', /note lacks an index/],
    [
      'an index for all rows',
      'drop index note_citizen_id_idx; create index on note (citizen_id) where id is null',
      /note lacks an index/,
    ],
    [
      'the WITH CHECK',
      `drop policy own_rows on note; create policy own_rows on note to app_rt using (${own})`,
      /note lacks the policy/,
    ],
    [
      'the condition',
      'drop policy own_rows on note; create policy own_rows on note to app_rt using (true) with check (true)',
      /note lacks the policy/,
    ],
    ['to keep it closed', 'create policy open_to_all on note using (true)', /policy open_to_all that opens it/],
    ['security_invoker', 'create view notes as select * from note', /notes is a view without security_invoker/],
  ])('notices a table that lacks only %s', async (_what, statement, fault) => {
    await make(protect, statement);
    const found = await faults();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(fault);
  });

  it('keeps the program from starting on such a database', async () => {
    await make();
    const { databaseUrl, ownerUrl } = test.database;
    const open = openStore({ dataFolder: '', databaseUrl, ownerUrl, secretKey: Buffer.alloc(32) });
    await expect(open).rejects.toMatchObject({
      code: 'unsafe-table',
      message: expect.stringContaining('note lacks FORCE'),
    });
  });
});
