/** More is asked than the processor can answer in time: who asks on the web is told so, and nothing half done is left. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { makeTurnOrder } from '../../../bot/index.ts';
import { openTestWire, type TestWire } from './test-wire.ts';

const state = { full: true, now: 0 };
const order = makeTurnOrder({ isFull: () => state.full, now: () => state.now });
let wire: TestWire;
let held: Promise<unknown>[];
let letGo: () => void;

beforeAll(async () => {
  wire = await openTestWire({ order });
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  held = Array.from({ length: 9 }, () => order.run({ channel: 'web', text: 'lệ phí bao nhiêu' }, () => until));
  state.now = 8_000;
}, 60_000);
afterAll(() => wire?.close());

it('refuses with the time to come back, keeps nothing, and is no fault', async () => {
  const talk = await wire.start();
  const before = (await wire.told(talk)).length;
  const refused = await wire.say(talk, 'khai sinh cần giấy tờ gì', { clientActivityID: 'one' });
  expect([refused.status, refused.body.error.code]).toEqual([503, 'ServiceBusy']);
  expect(refused.headers.get('retry-after')).toBe('10');
  expect((await wire.told(talk)).length).toBe(before);
  expect(wire.errors).toEqual([]);
});

it('says it kindly on the plain page', async () => {
  const raw = { type: 'application/x-www-form-urlencoded', data: 'id=a-plain-one&q=khai+sinh' };
  const refused = await fetch(`${wire.url}/hoi`, {
    method: 'POST',
    body: raw.data,
    headers: { 'content-type': raw.type },
    redirect: 'manual',
  });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
  expect(await refused.text()).toMatch(/Đang có nhiều người hỏi[\s\S]*chờ nửa phút/);
  expect(wire.errors).toEqual([]);
});

it('answers an emergency all the same', async () => {
  const talk = await wire.start();
  expect((await wire.say(talk, 'cháy nhà rồi cứu với')).status).toBe(200);
  expect(JSON.stringify(await wire.told(talk, 1))).toMatch(/114/);
});

it('answers once, under the same id, when there is time again', async () => {
  const talk = await wire.start();
  const ask = () => wire.say(talk, 'khai sinh cần giấy tờ gì', { clientActivityID: 'again' });
  expect((await ask()).status).toBe(503);
  letGo();
  await Promise.all(held);
  const [first, second] = [await ask(), await ask()];
  expect([first.status, second.status, second.body.id]).toEqual([200, 200, first.body.id]);
  const told = await wire.told(talk, 1);
  const said = told.map(({ from }: { from: { role: string } }) => from.role);
  // The machine says first what it is.
  expect(said).toEqual(['bot', 'user', 'bot']);
});
