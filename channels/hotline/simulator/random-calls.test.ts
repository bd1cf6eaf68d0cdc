import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { faultsOf } from './check-replies.ts';
import { runRandomCalls } from './random-calls.ts';
import { openTestHotline, type TestHotline } from './test-hotline.ts';

/** 500 by HOTLINE_CALLS=500; `npm run jest -- random-calls.slow` runs them. */
const count = Number(process.env.HOTLINE_CALLS ?? 24);
const secrets =
  /Vàng Thị Mỷ|010190000011|0900000011|không một không một chín|không chín không không không không không không một một/;

describe('calls at random', () => {
  let test: TestHotline;
  beforeAll(async () => {
    test = await openTestHotline();
    await test.store.dossiers.keep([test.dossier], { source: 'test' });
  }, 60_000);
  afterAll(() => test?.close());

  it.each(['jambonz', 'twiml'] as const)(
    'by %s end in an answer, a person, a call back or a goodbye, loop nowhere and tell nobody’s own',
    async (provider) => {
      const from = provider === 'jambonz' ? '0900000011' : '+84900000011';
      const report = await runRandomCalls({
        count,
        atOnce: 4,
        seed: provider,
        phone: (index) => test.phone({ provider, from, callId: `${provider}-${index}` }),
      });
      expect(report.broken).toEqual([]);
      expect(report.ends.loop ?? 0).toBe(0);
      expect(Object.values(report.ends).reduce((sum, one) => sum + one, 0)).toBe(count);
      expect(report.heard.flat().filter((words) => secrets.test(words))).toEqual([]);
      expect([...new Set(test.exchanges.flatMap(faultsOf))]).toEqual([]);
      expect(test.errors).toEqual([]);
      expect(await test.openCalls()).toBe(0);
    },
    600_000,
  );
});
