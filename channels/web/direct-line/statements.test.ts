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
  await untilQuiet();
  counted.roundTrips.length = 0;
  await wire.say(talk, 'lệ phí khai sinh bao nhiêu');
  await socket.until(5);
  const asked = counted.roundTrips.filter((text) => !text.includes('pg_notify'));
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.slice(mostRoundTrips)).toEqual([]);
});

/** A look that the question before has brought about is not the next one's: on a busy machine it comes late. */
async function untilQuiet(): Promise<void> {
  for (let before = -1; before < counted.roundTrips.length; ) {
    before = counted.roundTrips.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
