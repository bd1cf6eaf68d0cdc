import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Counted, countStatements } from '../../../bot/store/test-statements.ts';
import { openTestDoor, type TestDoor } from './test-door.ts';

let door: TestDoor;
let counted: Counted;
beforeAll(async () => {
  door = await openTestDoor();
  counted = countStatements();
}, 60_000);
afterAll(async () => {
  counted?.stop();
  await door?.close();
});

/** From the event to the message that has left: what came, the turn, and the sending of its answer. */
const mostRoundTrips = 17;

it('a question on Zalo costs few round trips to the store', async () => {
  await door.say('người hỏi', 'làm khai sinh cần giấy tờ gì');
  counted.roundTrips.length = 0;
  const told = await door.say('người hỏi', 'lệ phí khai sinh bao nhiêu');
  expect(told.length).toBeGreaterThan(0);
  const asked = counted.roundTrips.filter((text) => !text.includes('pg_notify'));
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.slice(mostRoundTrips)).toEqual([]);
});
