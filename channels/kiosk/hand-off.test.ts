import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openUnits, textOf } from '../../bot/index.ts';
import { testParts } from '../test-parts.ts';
import { mondayMorning, openTestKiosk, type TestKiosk, type TestVisit } from './test-kiosk.ts';

const evening = new Date('2026-11-23T12:00:00Z');
const desk = {
  name: 'Trung tâm Phục vụ hành chính công phường Thí Dụ',
  address: 'số 1 đường Thí Dụ, phường Thí Dụ',
  phone: null,
  hours: { monday: ['07:30-11:30', '13:30-17:00'], tuesday: ['07:30-11:30', '13:30-17:00'] },
  counters: [
    { name: 'Quầy 2', fields: ['Hộ tịch'], number: 2, position: 'bên trái cửa vào', floor: 'Tầng 1' },
    { name: 'Quầy 3', fields: ['Đất đai'], number: 3 },
  ],
};

describe('a person at a kiosk who wants an officer', () => {
  let kiosk: TestKiosk;
  let now = mondayMorning;
  beforeAll(async () => {
    const { tools, places } = await testParts();
    const files = { provinces: new Map(), communes: new Map() };
    const units = openUnits({ desk, files, places } as unknown as Parameters<typeof openUnits>[0]);
    kiosk = await openTestKiosk({ tools: () => ({ ...tools, units }), now: () => now });
  }, 60_000);
  afterAll(() => kiosk?.close());

  const say = async (visit: TestVisit, text: string, at = mondayMorning) => {
    now = at;
    const { answer } = await kiosk.assistant.handle({
      ...{ id: randomUUID(), conversationId: visit.conversationId, channel: 'kiosk', locale: 'vi' },
      ...{ text, at, signedInAs: null, ownedByOfficer: false, ownDevice: true },
    });
    return textOf(answer);
  };
  const begin = async () => (await kiosk.screen()).begin();

  it('is asked to the counter that takes it, with a code to say there, and for no telephone number', async () => {
    const visit = await begin();
    await say(visit, 'đăng ký khai sinh cần giấy tờ gì');
    const told = await say(visit, 'tôi muốn gặp cán bộ');
    expect(told).toMatch(/Mời ông\/bà ra Quầy 2, bên trái cửa vào, Tầng 1 và đọc mã [2-9B-Z]{3}-[2-9B-Z]{3}/);
    expect(told).toMatch(/lượt thứ 1/);
    expect(told).not.toMatch(/số điện thoại|nhắn mã|gọi lại/);
    const { body } = await visit.of('GET');
    expect(body.handOff).toMatchObject({ state: 'waiting', position: 1, counter: { name: 'Quầy 2', number: 2 } });
    expect(told).toContain(body.handOff.code);
  });

  it('is asked to the one-stop desk where no counter is known to take it', async () => {
    const told = await say(await begin(), 'cho tôi gặp cán bộ');
    expect(told).toMatch(/Mời ông\/bà ra quầy Một cửa và đọc mã/);
  });

  it('hears when the desk opens again, past holiday and weekend, may leave a number to be called back, and keeps the code', async () => {
    const visit = await begin();
    const told = await say(visit, 'tôi muốn gặp cán bộ', evening);
    expect(told).toMatch(/quầy mở lại thứ hai 30\/11, 7 giờ 30.*đọc mã/i);
    expect(told).toMatch(/Muốn được gọi lại/);
    expect(await say(visit, '0900000011', evening)).toMatch(/gọi|ghi/i);
    const state = await visit.of('GET');
    expect([state.status, state.body, kiosk.errors]).toMatchObject([
      200,
      { handOff: { state: 'call-back', position: null } },
      [],
    ]);
  });

  it('is sent with a denunciation to where citizens are received, and to no counter', async () => {
    const visit = await begin();
    const told = await say(visit, 'tôi muốn tố cáo cán bộ nhận tiền');
    expect(told).toMatch(/nơi tiếp công dân/);
    expect((await visit.of('GET')).body.handOff?.counter ?? null).toBeNull();
  });

  it('rates the officer by the five faces once an officer had the talk, and nobody before', async () => {
    const visit = await begin();
    const code = /mã ([2-9B-Z]{3}-[2-9B-Z]{3})/.exec(await say(visit, 'tôi muốn gặp cán bộ'))?.[1];
    const rating = async () =>
      (await kiosk.store.database.query(`select rating from hand_off where code = '${code}'`))[0]?.rating;
    const end = (claimed: string) =>
      kiosk.store.database.query(
        `update hand_off set state = 'closed', closed_at = now(), closed_as = 'finished', claimed_at = ${claimed} where code = '${code}'`,
      );
    const rate = (stars: number) => visit.of('POST', '/rating', { body: { stars } });
    expect((await rate(2)).status).toBe(204);
    await end('null');
    expect((await rate(3)).status).toBe(204);
    expect(await rating()).toBeNull();
    await end('now()');
    expect((await rate(5)).status).toBe(204);
    expect(await rating()).toBe(5);
    const rows = await kiosk.store.database.query(`select rating from kiosk_visit where id = '${visit.id}'`);
    expect(rows).toEqual([{ rating: 5 }]);
  });

  it('keeps the place in the queue when the visit ends: the code is what is said at the counter', async () => {
    const visit = await begin();
    const code = /mã ([2-9B-Z]{3}-[2-9B-Z]{3})/.exec(await say(visit, 'tôi muốn gặp cán bộ'))?.[1];
    await visit.of('DELETE');
    const rows = await kiosk.store.database.query(`select state from hand_off where code = '${code}'`);
    expect(rows).toEqual([{ state: 'waiting' }]);
  });
});
