/** A sample of `npm run authorisation`, and that it would see a check that is broken. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OpenRound, openRound } from './authorise.ts';
import { doors } from './case.ts';
import { countOf, rowOfDoor } from './table.ts';

let round: OpenRound;
beforeAll(async () => {
  round = await openRound('ci');
}, 300_000);
afterAll(() => round?.program.close());

/** Doors at which somebody is shown what is his: one that is always shut would pass otherwise. */
const opening = ['plain-page', 'direct-line', 'own-data', 'console', 'zalo'] as const;

describe('who may see and do what', () => {
  it('holds for 1,500 random cases at every door, and no route is left out', async () => {
    const run = await round.run({ cases: 1_500, seed: 'ci' });
    expect(run.finds).toEqual([]);
    expect(run.errors).toEqual([]);
    expect(run.routes.missed()).toEqual([]);
    for (const door of doors)
      expect([door, rowOfDoor(run, door).refused + rowOfDoor(run, door).allowed > 0]).toEqual([door, true]);
    for (const door of opening) expect([door, (run.shown.get(door) ?? 0) > 0]).toEqual([door, true]);
    expect(countOf(run, 'limited')).toBeLessThan(run.cases / 50);
  }, 300_000);

  it('is seen to fail when the database no longer keeps citizens apart', async () => {
    const { query } = round.program.database;
    for (const table of ['utterance', 'turn', 'dossier'])
      await query(`alter table ${table} disable row level security`);
    const run = await round.run({ cases: 300, seed: 'no row-level security', only: 'store' });
    for (const table of ['utterance', 'turn', 'dossier']) await query(`alter table ${table} enable row level security`);
    expect(run.finds.map(({ fault }) => fault)).toContain('leaked');
  }, 120_000);

  it('is seen to fail when a policy lets officers see every talk', async () => {
    const { query } = round.program.database;
    await query('create policy for_this_test on hand_off for select to app_officer using (true)');
    const run = await round.run({ cases: 300, seed: 'a policy too many', only: 'console' });
    await query('drop policy for_this_test on hand_off');
    expect(run.finds.some(({ fault }) => fault === 'leaked')).toBe(true);
  }, 120_000);

  it('is seen to fail when a kiosk takes any visit for one that lasts', async () => {
    const { kiosks } = round.program.running.store;
    const findVisit = kiosks.findVisit;
    Object.assign(kiosks, {
      findVisit: async (id: string) => ({ id, deviceId: null, endsAt: new Date(Date.now() + 60_000) }),
    });
    const run = await round.run({ cases: 150, seed: 'visits that never end', only: 'kiosk' });
    Object.assign(kiosks, { findVisit });
    expect(run.finds.some(({ fault }) => fault === 'let-in')).toBe(true);
  }, 120_000);

  it('is seen to fail when what was refused leaves something behind', async () => {
    const { database, running } = round.program;
    const { kiosks } = running.store;
    const findVisit = kiosks.findVisit;
    Object.assign(kiosks, {
      findVisit: async (...about: Parameters<typeof findVisit>) => {
        await database.query('insert into source_cursor (source) values (gen_random_uuid()::text)');
        return findVisit(...about);
      },
    });
    const run = await round.run({ cases: 150, seed: 'left behind', only: 'kiosk' });
    Object.assign(kiosks, { findVisit });
    expect(run.finds.some(({ fault }) => fault === 'changed')).toBe(true);
  }, 120_000);
});
