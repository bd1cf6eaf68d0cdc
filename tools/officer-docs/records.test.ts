import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestStore, type TestStore } from '../../bot/store/test-store.ts';
import { blockIn } from './marked-block.ts';
import { processingRecords } from './processing-records.ts';
import { readersOf, recordsTable } from './records-table.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const grants = read('bot/store/grants.txt').trim().split('\n');

describe('the records of processing that an officer hands in', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());

  it('name every table that the migrations make, once, and none that is not there', async () => {
    const rows = await test.database.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`,
    );
    const made = rows.map(({ relname }) => String(relname)).filter((table) => table !== 'kysely_migration_lock');
    expect(processingRecords.map(({ table }) => table).toSorted()).toEqual(made.toSorted());
  });

  it('call data of a citizen whatever the database ties to one', async () => {
    const rows = await test.database.query(
      `select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and a.attname in ('citizen_id', 'person_key', 'dossier_id') and not a.attisdropped`,
    );
    const tied = rows.map(({ relname }) => String(relname));
    const said = processingRecords.filter(({ whose }) => whose === 'citizen').map(({ table }) => table);
    expect(tied.filter((table) => !said.includes(table))).toEqual([]);
  });

  it('stand in docs/law as they are: `npx node tools/officer-docs/write-records.ts` writes them', () => {
    expect(blockIn(read('docs/law/records-of-processing.md'), 'records')).toBe(recordsTable(grants));
  });

  it('say who reads by the rights that the database gives', () => {
    expect(readersOf(grants).get('staff_secret')).toContain('việc đăng nhập của cán bộ');
    expect(readersOf(['app_job_figures: select on turn (ms, status)']).get('turn')).toEqual([
      'việc đếm số liệu (2 cột)',
    ]);
    expect(() => readersOf(['app_job_spy: select on turn'])).toThrow(/app_job_spy has no words/);
  });

  it('agree with docs/privacy.md on every number of days', () => {
    const known = new Set(read('docs/privacy.md').match(/\d+(?= days)/g));
    // A day: pictures never sent, `bot/store/sweep-past.ts`.
    for (const { until } of processingRecords)
      for (const days of until.match(/\d+(?= ngày)/g) ?? []) expect([...known, '1']).toContain(days);
  });
});
