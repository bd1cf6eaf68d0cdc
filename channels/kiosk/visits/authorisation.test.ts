import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { openTestKiosk, type TestKiosk, type TestScreen, type TestVisit } from '../test-kiosk.ts';

const calls = [
  ['GET', ''],
  ['PUT', ''],
  ['GET', '/dossiers'],
  ['POST', '/dossiers/1/reveal'],
  ['POST', '/rating'],
  ['POST', '/receipt'],
] as const;

describe('any call of a visit', () => {
  let kiosk: TestKiosk;
  const screens: TestScreen[] = [];
  const visits: { readonly visit: TestVisit; readonly owner: number; readonly live: boolean }[] = [];
  beforeAll(async () => {
    kiosk = await openTestKiosk();
    screens.push(await kiosk.screen(), await kiosk.screen(), kiosk.browser());
    for (const owner of [0, 1, 2])
      for (const live of [false, true]) {
        const visit = await (screens[owner] ?? kiosk.browser()).begin();
        if (!live) await visit.of('DELETE');
        visits.push({ visit, owner, live });
      }
  }, 60_000);
  afterAll(() => kiosk?.close());

  it('is let in with its own live token, at its own device, and never otherwise', async () => {
    const one = fc.nat(visits.length - 1);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...calls), one, one, fc.nat(2), async ([method, path], at, by, from) => {
        const [target, holder] = [visits[at], visits[by]];
        if (!target || !holder) return;
        const body = method === 'POST' ? { body: path === '/rating' ? { stars: 3 } : { scanned: 'none' } } : {};
        const address = `/kiosk/api/visits/${target.visit.id}${path}`;
        const reply = await screens[from]?.call(method, address, { ...body, token: holder.visit.token });
        // A browser's visit has no device: its token is all there is to show.
        const atHome = target.owner === from || target.owner === 2;
        const mayEnter = target === holder && target.live && atHome;
        expect([reply?.status === 403, mayEnter]).toEqual([!mayEnter, mayEnter]);
      }),
      { numRuns: 150 },
    );
  });
});
