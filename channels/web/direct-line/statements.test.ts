import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Counted, countStatements } from '../../../bot/store/test-statements.ts';
import { openTestWire, type TestWire } from './test-wire.ts';

let wire: TestWire;
let counted: Counted;
beforeAll(async () => {
  wire = await openTestWire();
  counted = countStatements();
}, 60_000);
afterAll(async () => {
  counted?.stop();
  await wire?.close();
});

/** Each costs the processor more than most of what a turn computes: to keep a message 2, an answer 2, to show each 1. */
const mostRoundTrips = 7;

it('a question on the web, with its socket open, costs few round trips to the store', async () => {
  const talk = await wire.start();
  const socket = await wire.socket(talk.streamUrl);
  await wire.say(talk, 'làm khai sinh cần giấy tờ gì');
  await socket.until(3);
  const questions = ['lệ phí khai sinh bao nhiêu', 'làm khai sinh mất mấy ngày', 'làm khai sinh ở đâu'];
  const perQuestion: string[][] = [];
  for (const [index, question] of questions.entries()) {
    counted.roundTrips.length = 0;
    await wire.say(talk, question);
    await socket.until(5 + 2 * index);
    perQuestion.push(counted.roundTrips.filter((text) => !text.includes('pg_notify')));
  }
  // A look that the question before has brought about may fall into the next, on a busy machine.
  const [fewest = []] = perQuestion.toSorted((one, other) => one.length - other.length);
  expect(fewest.length).toBeGreaterThan(3);
  expect(fewest.slice(mostRoundTrips)).toEqual([]);
});
