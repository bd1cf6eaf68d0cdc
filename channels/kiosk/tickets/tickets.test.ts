import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openUnits } from '../../../bot/index.ts';
import { testParts } from '../../test-parts.ts';
import { openTestKiosk, type TestKiosk, type TestScreen } from '../test-kiosk.ts';
import { TicketError, type TicketWish } from './queue-tickets.ts';

const desk = {
  name: 'Trung tâm Phục vụ hành chính công phường Thí Dụ',
  address: 'số 1 đường Thí Dụ, phường Thí Dụ',
  phone: null,
  hours: { monday: ['07:30-11:30'] },
  counters: [
    { name: 'Quầy 1', fields: ['Hộ tịch'], number: 1, floor: 'Tầng 1', position: 'bên trái cửa vào' },
    { name: 'Quầy Đất đai', fields: ['Đất đai'] },
  ],
};

describe('a number drawn at a kiosk', () => {
  let kiosk: TestKiosk;
  let screen: TestScreen;
  const wishes: TicketWish[] = [];
  let draw: (wish: TicketWish) => Promise<{ number: string; waiting: number | null; counter: string | null }>;
  beforeAll(async () => {
    const { tools, places } = await testParts();
    const units = openUnits({
      desk,
      files: { provinces: new Map(), communes: new Map() },
      places,
    } as unknown as Parameters<typeof openUnits>[0]);
    kiosk = await openTestKiosk({
      tools: () => ({ ...tools, units }),
      tickets: {
        draw: (wish) => {
          wishes.push(wish);
          return draw(wish);
        },
      },
    });
    screen = await kiosk.screen();
  }, 60_000);
  afterAll(() => kiosk?.close());
  beforeEach(() => {
    wishes.splice(0);
    draw = async () => ({ number: 'A012', waiting: 3, counter: null });
  });

  const press = (key: string, body: object = { desk: '1-1' }, by = screen) =>
    by.call('POST', '/kiosk/api/tickets', { body, headers: { 'idempotency-key': key } });

  it('is said with how many are before it and where to go', async () => {
    const { status, body } = await press('first-press');
    expect(status).toBe(201);
    expect(body).toEqual({
      number: 'A012',
      waiting: 3,
      counter: 'Quầy 1',
      say: 'Số của ông/bà là A012, trước ông/bà còn 3 người. Khi gọi số, mời ông/bà vào Quầy 1.',
    });
    expect(wishes[0]?.counter).toEqual({ number: 1, name: 'Quầy 1' });
  });

  it('is one for a double tap, however close together, and another for another tap', async () => {
    const replies = await Promise.all([press('double-tap'), press('double-tap'), press('double-tap')]);
    expect(replies.map(({ body }) => body.number)).toEqual(['A012', 'A012', 'A012']);
    expect(wishes).toHaveLength(1);
    await press('another-tap');
    await press('double-tap', { desk: '1-2' });
    expect(new Set(wishes.map(({ key }) => key)).size).toBe(3);
  });

  it('is another at another screen, whatever key it sends', async () => {
    await press('same-key-here');
    await press('same-key-here', { desk: '1-1' }, await kiosk.screen());
    expect(new Set(wishes.map(({ key }) => key)).size).toBe(2);
    expect(JSON.stringify(wishes)).not.toContain('same-key-here');
  });

  it('fails with where to draw it instead, and may be tried again at once', async () => {
    draw = async () => {
      throw new TicketError('down', 'made to be down');
    };
    const { status, body } = await press('fails-first');
    expect(status).toBe(502);
    expect(body.say).toMatch(/lấy số ở máy bên cạnh/);
    draw = async () => ({ number: 'A013', waiting: 0, counter: 'Quầy 1' });
    expect((await press('fails-first')).body.number).toBe('A013');
  });

  it('is none for a counter that draws none, and for one that is not there', async () => {
    draw = async () => {
      throw new TicketError('no-queue', 'closed');
    };
    for (const id of ['1-1', '9-9', 'x']) {
      const { status, body } = await press(`no-queue-${id}`, { desk: id });
      expect([status, body.say]).toEqual([409, expect.stringMatching(/hỏi cán bộ hướng dẫn/)]);
    }
  });

  it('is none without a key, and for a browser that nobody registered', async () => {
    expect((await screen.call('POST', '/kiosk/api/tickets', { body: { desk: '1-1' } })).status).toBe(400);
    expect((await press('not-our-screen', { desk: '1-1' }, kiosk.browser())).status).toBe(403);
    expect(wishes).toEqual([]);
  });

  it('cannot be drawn by the dozen', async () => {
    const other = await kiosk.screen();
    const statuses = [];
    for (let tap = 0; tap < 14; tap++) statuses.push((await press(`tap-number-${tap}`, { desk: '1-1' }, other)).status);
    expect(statuses.at(-1)).toBe(429);
    expect(wishes.length).toBeLessThanOrEqual(12);
  });
});
