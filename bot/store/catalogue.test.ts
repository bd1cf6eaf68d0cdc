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
    [
      'to be no copy',
      'drop materialized view if exists told; create materialized view told as select id from note',
      /told is a materialized view/,
    ],
    ['security_invoker', 'create view notes as select * from note', /notes is a view without security_invoker/],
  ])('notices a table that lacks only %s', async (_what, statement, fault) => {
    await make(protect, statement);
    const found = await faults();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(fault);
  });

  it.each([
    ['a column of persons', 'person_key bytea', 'person_key'],
    ['a column of dossiers', 'dossier_id uuid', 'dossier_id'],
    ['a foreign key of another name', 'case_id uuid references dossier (id)', 'case_id'],
    ['a foreign key to a citizen', 'asker uuid references citizen (id)', 'asker'],
    ['a foreign key to what is a citizen’s', 'about uuid references conversation (id)', 'about'],
  ])('looks at a table that points to persons by %s', async (_what, column, name) => {
    await test.database.query('drop table if exists note cascade');
    await test.database.query(`create table note (id uuid primary key, ${column})`);
    expect(await faults()).toEqual([
      'note lacks ENABLE ROW LEVEL SECURITY',
      'note lacks FORCE ROW LEVEL SECURITY',
      `note lacks an index that begins with ${name}`,
      'note lacks the policy of own rows with its WITH CHECK',
    ]);
  });

  it.each([
    ['person_key bytea', 'person_key', 'person_key = (select my_person_key())'],
    ['dossier_id uuid', 'dossier_id', 'dossier_id in (select my_dossiers())'],
  ])('is content with a table of %s that forgets nothing, and not with a wider rule', async (column, name, rule) => {
    await test.database.query('drop table if exists note cascade');
    await test.database.query(`create table note (id uuid primary key, citizen uuid, ${column});
      alter table note enable row level security; alter table note force row level security;
      create index on note (${name}); create policy own_rows on note to app_rt using (${rule}) with check (${rule});`);
    expect(await faults()).toEqual([]);
    await test.database.query(`drop policy own_rows on note;
      create policy own_rows on note to app_rt using (${rule} or citizen is null) with check (${rule})`);
    expect(await faults()).toEqual(['note lacks the policy of own rows with its WITH CHECK']);
  });

  it.each([
    ['alter table dossier no force row level security', 'dossier lacks FORCE ROW LEVEL SECURITY'],
    [
      'create policy all_see on dossier for select to app_rt using (true)',
      'dossier has the policy all_see that opens it to app_rt or to everybody',
    ],
  ])('notices that the dossiers were opened: %s', async (statement, fault) => {
    await test.database.query('drop table if exists note cascade');
    await test.database.query(statement);
    expect(await faults()).toEqual([fault]);
    await test.database.query('alter table dossier force row level security; drop policy if exists all_see on dossier');
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
