import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openRestTickets } from '../../channels/index.ts';
import { type QueueFault, type QueueSimulator, startQueue } from './start-queue.ts';

const key = 'a-key-of-the-suites';
let wishes = 0;
const wish = (over: object = {}) => ({
  counter: { number: 2, name: 'Quầy 2' },
  key: `wish-${++wishes}`,
  signal: new AbortController().signal,
  ...over,
});

describe('numbers of a queue machine', () => {
  let queue: QueueSimulator;
  beforeAll(async () => {
    queue = await startQueue({ key });
  });
  afterAll(() => queue?.close());
  afterEach(() => void queue.faults.splice(0));
  const open = (more: object = {}) => openRestTickets({ url: queue.url, key, withinMs: 300, restMs: 50, ...more });

  it('are drawn for a counter, by its number and else by its name', async () => {
    const tickets = open();
    expect(await tickets.draw(wish())).toEqual({ number: 'B001', waiting: 0, counter: 'Quầy 2' });
    expect(await tickets.draw(wish({ counter: { number: null, name: 'Quầy 1' } }))).toMatchObject({ number: 'A001' });
  });

  it('are one number for one key', async () => {
    const twice = wish();
    const tickets = open();
    expect(await tickets.draw(twice)).toEqual(await tickets.draw(twice));
  });

  it('that were drawn and not told are told by the second try, and no other is drawn', async () => {
    const before = queue.drawn.length;
    queue.faults.push('lost');
    const { number } = await open().draw(wish());
    expect(queue.drawn.length).toBe(before + 1);
    expect(queue.drawn.at(-1)?.number).toBe(number);
  });

  it.each<[QueueFault, string]>([
    ['error', 'down'],
    ['busy', 'down'],
    ['silent', 'slow'],
    ['garbage', 'garbage'],
    ['huge', 'garbage'],
    ['redirect', 'refused'],
    ['refused', 'refused'],
    ['closed', 'no-queue'],
  ])('fail in words: %s is %s', async (fault, code) => {
    queue.faults.push(fault, fault);
    await expect(open().draw(wish())).rejects.toMatchObject({ name: 'TicketError', code });
  });

  it('are not drawn for a counter that the machine does not know', async () => {
    await expect(open().draw(wish({ counter: { number: 9, name: 'Quầy 9' } }))).rejects.toMatchObject({
      code: 'no-queue',
    });
  });

  it('are not asked of a machine that failed several times in a row, until it has rested', async () => {
    const tickets = open();
    queue.faults.push(...Array<QueueFault>(8).fill('error'));
    for (let tried = 0; tried < 4; tried++) await tickets.draw(wish()).catch(() => {});
    const asked = queue.asked();
    await expect(tickets.draw(wish())).rejects.toMatchObject({ code: 'down' });
    expect(queue.asked()).toBe(asked);
    queue.faults.splice(0);
    let drawn = null;
    for (let tries = 0; tries < 100 && drawn === null; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      drawn = await tickets.draw(wish()).catch(() => null);
    }
    expect(drawn).toMatchObject({ counter: 'Quầy 2' });
  });

  it('are down where nobody listens', async () => {
    const gone = await startQueue({ key });
    await gone.close();
    await expect(open({ url: gone.url }).draw(wish())).rejects.toMatchObject({ code: 'down' });
  });
});
