/** Not one row of another person, through any way of asking. `bench-dossiers.ts rights` tries ten thousand. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openTestStore, type TestStore } from '../store/test-store.ts';
import { attempts, blindRungs, fillWorld, leaksOf, type World } from './authorisation-cases.ts';
import { createDossierDesk } from './read-dossiers.ts';

describe('citizens, officers, channels and rungs', () => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await fillWorld(test.store, Buffer.alloc(32, 7), (text) => test.database.query(text));
  }, 60_000);
  afterAll(() => test?.close());
  const desk = () => createDossierDesk({ database: test.store.database });

  it('see nothing that is not theirs, whatever is tried, many at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(attempts, { minLength: 1, maxLength: 8 }), async (many) => {
        const leaks = await Promise.all(many.map((one) => leaksOf(world, one)));
        expect(leaks.flat()).toEqual([]);
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it('see what is theirs: the test above would pass for a door that is always shut', async () => {
    const seen = async (name: keyof World['ids']) =>
      (await desk().read({ citizenId: world.ids[name], rung: 'signed-in' })).map(({ dossier, relations, whole }) => [
        dossier.code,
        relations.join(),
        whole,
      ]);
    expect(await seen('an')).toEqual([
      ['H10.01-261101-0001', 'applicant', true],
      ['H10.01-261101-0002', 'filer', true],
      ['H10.02-261101-0004', 'applicant', true],
    ]);
    expect(await seen('stranger')).toEqual([
      ['H10.02-261101-0004', 'authorised', true],
      ['H10.02-261101-0005', 'applicant', true],
    ]);
  });

  it.each(blindRungs)('%s opens nothing, and reads nothing', async (rung) => {
    expect(await desk().read({ citizenId: world.ids.an, rung: rung as 'anonymous' })).toEqual([]);
  });

  it('a second factor opens one dossier for a while: its state and day, and names in initials', async () => {
    const readings = await desk().read({ citizenId: world.ids.anonymous, rung: 'second-factor' });
    expect(readings).toHaveLength(1);
    expect(readings[0]).toMatchObject({
      whole: false,
      dossier: { code: 'H10.01-261101-0001', status: 'in-process', desk: null, steps: null, applicantName: 'H. t. a.' },
    });
  });

  it('a second factor gives no more to one who signs in later as somebody else', async () => {
    const readings = await desk().read({ citizenId: world.ids.anonymous, rung: 'signed-in' });
    expect(readings).toMatchObject([{ whole: false, dossier: { desk: null } }]);
  });

  it('an officer sees his own commune alone, and each look is in the audit log', async () => {
    const before = await test.database.query("select count(*) from audit where action like 'dossier-%'");
    const { viewAsOfficer } = await import('./officer-view.ts');
    const officer = { id: '00000000-0000-4000-8000-000000000001', role: 'officer', unit: '00001' } as const;
    const look = (code: string) => viewAsOfficer(test.store.database, officer, { code, reason: 'dân hỏi' });
    expect(await look('H10.01-261101-0001')).toMatchObject({ code: 'H10.01-261101-0001' });
    expect(await look('H10.02-261101-0003')).toBeNull();
    const log = await test.database.query(
      "select action, detail::text from audit where action like 'dossier-%' order by seq desc limit 2",
    );
    expect(log.map(({ action }) => action)).toEqual(['dossier-not-found', 'dossier-viewed']);
    expect(JSON.stringify(log)).not.toContain('H10');
    expect(
      Number((await test.database.query("select count(*) from audit where action like 'dossier-%'"))[0]?.count),
    ).toBe(Number(before[0]?.count) + 2);
  });
});
