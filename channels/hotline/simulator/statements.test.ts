import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { inHours } from '../../../bot/handover/test-hand-offs.ts';
import { type Counted, countStatements } from '../../../bot/store/test-statements.ts';
import type { Gathered } from './provider-side.ts';
import { openTestHotline, type TestHotline } from './test-hotline.ts';

const speech = (text: string): Gathered => ({ kind: 'speech', text, confidence: 0.9 });

let test: TestHotline;
let counted: Counted;
beforeAll(async () => {
  test = await openTestHotline();
  test.at = inHours;
  counted = countStatements();
}, 60_000);
afterAll(async () => {
  counted?.stop();
  await test?.close();
});

/** Each is a round trip, and a hook waits for all of them. */
const mostRoundTrips = 14;

it('a question costs few round trips between hook and action', async () => {
  const phone = test.phone();
  await phone.begin();
  await phone.act(speech('làm khai sinh cần giấy tờ gì'));
  counted.roundTrips.length = 0;
  await phone.act(speech('lệ phí khai sinh bao nhiêu'));
  expect(phone.heard).toMatch(/phí/);
  const asked = counted.roundTrips.filter((text) => !text.includes('pg_notify'));
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.slice(mostRoundTrips)).toEqual([]);
});
