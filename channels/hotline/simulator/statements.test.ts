import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { inHours } from '../../../bot/handover/test-hand-offs.ts';
import type { Gathered } from './provider-side.ts';
import { openTestHotline, type TestHotline } from './test-hotline.ts';

const speech = (text: string): Gathered => ({ kind: 'speech', text, confidence: 0.9 });

let test: TestHotline;
const seen: string[] = [];
const { query } = pg.Client.prototype;
beforeAll(async () => {
  test = await openTestHotline();
  test.at = inHours;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...given: Parameters<typeof query>) {
      const [first] = given as unknown as [string | { text: string }];
      seen.push(typeof first === 'string' ? first : first.text);
      return query.apply(this, given);
    },
  });
}, 60_000);
afterAll(async () => {
  Object.assign(pg.Client.prototype, { query });
  await test?.close();
});

/** Each is a round trip, and a hook waits for all of them. */
const mostStatements = 34;

it('a question costs few statements between hook and action', async () => {
  const phone = test.phone();
  await phone.begin();
  await phone.act(speech('làm khai sinh cần giấy tờ gì'));
  seen.length = 0;
  await phone.act(speech('lệ phí khai sinh bao nhiêu'));
  expect(phone.heard).toMatch(/phí/);
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.slice(mostStatements)).toEqual([]);
});
