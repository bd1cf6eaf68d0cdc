import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openTestStore, type TestStore } from './test-store.ts';

const now = new Date('2026-11-20T02:00:00Z');
const plain = {
  code: '000.00.12.H38-260915-0042',
  procedure: '1.001612',
  applicant: { name: 'Vàng Thị Mỷ', identityNumber: '010190000011', phone: '0900000011' },
  unit: '02728',
  desk: 'Bộ phận một cửa',
  receivedAt: '2026-11-16T08:30:00+07:00',
  promisedAt: '2026-11-25T17:00:00+07:00',
  status: 'in-process',
  steps: [],
  missing: [],
  updatedAt: '2026-11-19T16:00:00+07:00',
};

describe('store.dossiers.keep', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());
  beforeEach(() => test.database.query('truncate dossier cascade'));

  const keep = (...list: readonly unknown[]) => test.store.dossiers.keep(list, { source: 'demo', now });
  const rows = () => test.database.query('select * from dossier order by code');

  it('keeps a dossier, and no identity number of anybody anywhere', async () => {
    const note = { clerk: 'số 010190000099', '010190000098': 10190000097 };
    expect(await keep({ ...plain, note, filedBy: { name: 'Vàng A Páo', identityNumber: '010190000012' } })).toEqual({
      added: 1,
      changed: 0,
      left: 0,
      notes: [],
    });
    const found = await rows();
    expect(found[0]).toMatchObject({ code: plain.code, code_digits: '0000012382609150042', unit: '02728' });
    expect(JSON.stringify(found)).not.toMatch(/0101900000/);
    const persons = await test.database.query(
      'select role, length(person_key) as length from dossier_person order by role',
    );
    expect(persons).toEqual([
      { role: 'applicant', length: 32 },
      { role: 'filer', length: 32 },
    ]);
  });

  it('knows one dossier in whatever way its code is written', async () => {
    await keep(plain);
    const later = { ...plain, code: '0000012h38 260915 0042', updatedAt: '2026-11-19T17:00:00+07:00', status: 'ready' };
    expect(await keep(later)).toMatchObject({ added: 0, changed: 1 });
    expect(await rows()).toMatchObject([{ code: plain.code, status: 'ready' }]);
  });

  it('shows a dossier to the persons of its newest state alone, when two copies of the program tell of it at once', async () => {
    const { query } = test.database;
    await query(
      `create function wait() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock_shared(4711); return new; end $$;
       create trigger wait before insert on dossier for each row when (new.status = 'ready') execute function wait()`,
    );
    await query('select pg_advisory_lock(4711)');
    const newer = {
      ...plain,
      applicant: { ...plain.applicant, identityNumber: '010190000012' },
      status: 'ready',
      updatedAt: '2026-11-19T17:00:00+07:00',
    };
    // It has looked and found nothing, and is about to write when the other one writes.
    const later = keep(newer);
    const waiting = "select count(*)::int as count from pg_locks where locktype = 'advisory' and not granted";
    while ((await query(waiting))[0]?.count !== 1);
    await keep(plain);
    await query('select pg_advisory_unlock(4711)');
    expect(await later).toMatchObject({ added: 0, changed: 1, notes: [{ note: 'persons-changed' }] });
    const persons = () => query('select role, person_key from dossier_person');
    const found = await persons();
    await query('drop trigger wait on dossier; drop function wait; truncate dossier cascade');
    await keep(newer);
    expect(found).toEqual(await persons());
  });

  it('is not set back by an older state, nor troubled by the same one once more', async () => {
    await keep(plain);
    expect(await keep(plain)).toEqual({ added: 0, changed: 0, left: 1, notes: [] });
    const older = { ...plain, updatedAt: '2026-11-18T16:00:00+07:00', status: 'received' };
    expect(await keep(older)).toMatchObject({ left: 1, notes: [{ row: 0, note: 'older' }] });
    expect(await rows()).toMatchObject([{ status: 'in-process' }]);
  });

  it('takes what the source corrected without touching the moment, and refuses only what is older', async () => {
    await keep(plain);
    const corrected = { ...plain, promisedAt: '2026-11-26T17:00:00+07:00', desk: 'Công chức Tư pháp - Hộ tịch' };
    expect(await keep(corrected)).toEqual({ added: 0, changed: 1, left: 0, notes: [] });
    expect(await rows()).toMatchObject([{ details: { desk: 'Công chức Tư pháp - Hộ tịch' } }]);
    const other = { ...corrected, applicant: { ...plain.applicant, identityNumber: '010190000012' } };
    expect(await keep(other)).toMatchObject({ changed: 1, notes: [{ row: 0, note: 'persons-changed' }] });
  });

  it('knows when the source was last heard, also of a state that is no news', async () => {
    await keep(plain);
    const later = new Date(now.getTime() + 3_600_000);
    const again = () => test.store.dossiers.keep([plain], { source: 'demo', now: later });
    expect(await again()).toEqual({ added: 0, changed: 0, left: 1, notes: [] });
    expect(await rows()).toMatchObject([{ kept_at: later }]);
    await test.store.dossiers.keep([plain], { source: 'other', now: new Date(later.getTime() + 1) });
    await keep({ ...plain, updatedAt: '2026-11-18T16:00:00+07:00' });
    expect(await rows()).toMatchObject([{ kept_at: later }]);
  });

  it('keeps a long list as it would keep one after the other, a code that stands twice in its order', async () => {
    const many = Array.from({ length: 1_203 }, (_, index) => ({
      ...plain,
      code: `H38.12-260915-${String(index % 1_200).padStart(4, '0')}`,
      desk: `bàn ${index}`,
    }));
    expect(await keep(...many, null)).toEqual({
      added: 1_200,
      changed: 3,
      left: 1,
      notes: [{ row: 1_203, note: 'unreadable' }],
    });
    const desks = (await rows()).map(({ details }) => (details as { desk: string }).desk);
    expect([desks.slice(0, 4), desks.length]).toEqual([['bàn 1200', 'bàn 1201', 'bàn 1202', 'bàn 3'], 1_200]);
    expect(await test.database.query('select count(*) from dossier_person')).toEqual([{ count: 1_200 }]);
  });

  it('believes neither of two sources that tell of one code', async () => {
    await keep(plain);
    const stranger = {
      ...plain,
      applicant: { identityNumber: '010190000066' },
      updatedAt: '2026-11-20T08:00:00+07:00',
    };
    const kept = await test.store.dossiers.keep([stranger], { source: 'other', now });
    expect(kept).toMatchObject({ left: 1, notes: [{ row: 0, note: 'other-source' }] });
    expect(await rows()).toMatchObject([{ source: 'demo' }]);
  });

  it('does not let a clock that is ahead shut out the next true change', async () => {
    expect(await keep({ ...plain, updatedAt: '2031-01-01T00:00:00+07:00' })).toMatchObject({
      notes: [{ row: 0, note: 'clock-ahead' }],
    });
    expect((await rows())[0]?.updated_at).toEqual(now);
    const next = { ...plain, status: 'ready', updatedAt: new Date(now.getTime() + 60_000).toISOString() };
    expect(
      await test.store.dossiers.keep([next], { source: 'demo', now: new Date(now.getTime() + 90_000) }),
    ).toMatchObject({ changed: 1 });
  });

  it('tells of every row that it could not take, and takes the others', async () => {
    const list = [
      '{"code": "H38.12-2609',
      null,
      { status: 'ready' },
      plain,
      { ...plain, code: 'H38.12-260915-0043', applicant: null, status: 'đang treo' },
    ];
    const kept = await keep(...list);
    expect(kept).toMatchObject({ added: 2, left: 3 });
    expect(kept.notes).toEqual([
      { row: 0, note: 'unreadable' },
      { row: 1, note: 'unreadable' },
      { row: 2, note: 'unreadable' },
      { row: 4, note: 'nobody' },
      { row: 4, note: 'unknown-status' },
    ]);
  });

  it('takes an undated one only when it has none, and says that persons changed', async () => {
    const { updatedAt: _, ...undated } = plain;
    expect(await keep(undated)).toMatchObject({ added: 1, notes: [{ row: 0, note: 'undated' }] });
    expect(await keep({ ...undated, status: 'ready' })).toMatchObject({
      left: 1,
      notes: [{ row: 0, note: 'undated' }],
    });
    const other = { ...plain, applicant: { ...plain.applicant, identityNumber: '010190000012' } };
    expect(await keep(other)).toMatchObject({ changed: 1, notes: [{ row: 0, note: 'persons-changed' }] });
    expect(await test.database.query('select count(*) from dossier_person')).toEqual([{ count: 1 }]);
  });

  it('ends with the newest state, in whatever order and however often states come, from copies at once', async () => {
    const state = fc.integer({ min: 0, max: 5 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(state, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        async (copies) => {
          await test.database.query('truncate dossier cascade');
          const dossier = (minute: number) => ({
            ...plain,
            desk: `bàn ${minute}`,
            updatedAt: `2026-11-19T09:0${minute}:00Z`,
          });
          await Promise.all(copies.map((minutes) => keep(...minutes.map(dossier))));
          const newest = Math.max(...copies.flat());
          expect((await rows()).map(({ details }) => (details as { desk: string }).desk)).toEqual([`bàn ${newest}`]);
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it('cannot read what it keeps', async () => {
    await keep(plain);
    for (const column of ['details', 'contacts', 'unit'])
      await expect(
        test.store.database.withJob('dossiers', (handle) =>
          handle
            .selectFrom('dossier')
            .select(column as 'details')
            .execute(),
        ),
      ).rejects.toMatchObject({ code: '42501' });
  });
});
