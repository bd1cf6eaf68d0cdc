/** A portal names its commune once, and every turn of the conversation is asked from there. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Step } from '../../../bot/index.ts';
import { openTestWire, type TestWire } from './test-wire.ts';

const asked: (string | null | undefined)[] = [];
const note: Step = {
  name: 'note',
  run(turn) {
    asked.push(turn.message.unit);
    return { next: turn };
  },
};

let wire: TestWire;
beforeAll(async () => {
  wire = await openTestWire({ firstStep: note });
}, 60_000);
afterAll(() => wire.close());

it('asks every turn of a conversation from the commune of its portal, and another’s from nowhere', async () => {
  const talk = await wire.start({ unit: '02683' });
  await wire.say(talk, 'khai sinh cần gì');
  await wire.told(talk, 1);
  await wire.say(talk, 'thế lệ phí?');
  await wire.told(talk, 2);
  const other = await wire.start();
  await wire.say(other, 'khai sinh cần gì');
  await wire.told(other, 1);
  expect(asked).toEqual(['02683', '02683', null]);
});
