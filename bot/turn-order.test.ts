/** While the processor is full, turns are run a few at a time: calls, Zalo and emergencies first, pages as they came. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeTurnOrder, TooBusyError } from './turn-order.ts';

type Asked = Parameters<ReturnType<typeof makeTurnOrder>['admit']>[0];
const web: Asked = { channel: 'web', text: 'làm khai sinh cần gì' };
const call: Asked = { channel: 'hotline', text: 'làm khai sinh cần gì' };
const emergency: Asked = { channel: 'web', text: 'nhà tôi đang cháy' };

/** @param ticks time goes on by itself. */
function start({ full = true, ticks = false } = {}) {
  const state = { full, now: 0 };
  const away: Asked[] = [];
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const order = makeTurnOrder({
    isFull: () => state.full,
    onTurnedAway: (message) => void away.push(message),
    ...(ticks ? {} : { now: () => state.now }),
  });
  const run = (name: string, message: Asked = web) =>
    order.run(message, () => {
      begun.push(name);
      return new Promise<string>((resolve) => void ends.set(name, () => resolve(name)));
    });
  const many = (count: number) => Array.from({ length: count }, (_, index) => run(`${index + 1}`));
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { state, order, away, begun, run, many, end, settle };
}

describe('turns while the processor is full', () => {
  it('are run eight at a time, in the order in which they came', async () => {
    const { order, begun, many, end } = start();
    const all = many(11);
    await end('none');
    expect([begun.length, order.waiting]).toEqual([8, 3]);
    await end('3');
    await end('1');
    expect(begun.slice(8)).toEqual(['9', '10']);
    for (let name = 1; name <= 11; name += 1) await end(`${name}`);
    expect((await Promise.all(all)).length).toBe(11);
    expect(order.waiting).toBe(0);
  });

  it.each([
    ['a call', call],
    ['an emergency', emergency],
    ['what Zalo delivered', { channel: 'zalo-oa', text: 'lệ phí' } as const],
  ])('let %s go before all who wait', async (_what, message) => {
    const { begun, run, many, end, settle } = start();
    const all = many(10);
    const urgent = run('urgent', message);
    await settle();
    expect(begun.at(-1)).toBe('urgent');
    await end('urgent');
    await urgent;
    // What it took is not given to another beside the eight.
    expect(begun.length).toBe(9);
    for (let name = 1; name <= 10; name += 1) await end(`${name}`);
    await Promise.all(all);
  });

  it('give their place back when they fail', async () => {
    const { order, many, end, settle } = start();
    const failing = Array.from({ length: 8 }, () => order.run(web, () => Promise.reject(new Error('broken'))));
    expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(Array(8).fill('rejected'));
    const all = many(8);
    await settle();
    expect(order.waiting).toBe(0);
    for (let name = 1; name <= 8; name += 1) await end(`${name}`);
    await Promise.all(all);
  });

  it('are begun a few in each moment as soon as it is free again, also when none has ended', async () => {
    const { state, order, begun, many, end } = start({ ticks: true });
    const all = many(30);
    await end('none');
    expect(begun.length).toBe(8);
    state.full = false;
    const seen: number[] = [];
    while (order.waiting > 0) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      seen.push(begun.length);
    }
    expect(begun.length).toBe(30);
    // In one go, hundreds that waited would keep everybody else waiting.
    expect(seen.some((count) => count > 8 && count < 30)).toBe(true);
    for (let name = 1; name <= 30; name += 1) await end(`${name}`);
    await Promise.all(all);
  });

  it('never lose one and never run one twice, in whatever order they come and end', async () => {
    const kinds = fc.constantFrom<Asked>(web, call, emergency, { channel: 'zalo-oa', text: 'xin chào' });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(kinds, fc.boolean()), { maxLength: 60 }), async (asked) => {
        const order = makeTurnOrder({ isFull: () => true });
        let [underWay, most] = [0, 0];
        const ran: number[] = [];
        const all = asked.map(([message, fails], index) =>
          order.run(message, async () => {
            ran.push(index);
            if (message === web) underWay += 1;
            most = Math.max(most, underWay);
            await new Promise((resolve) => setImmediate(resolve));
            if (message === web) underWay -= 1;
            if (fails) throw new Error('broken');
          }),
        );
        await Promise.allSettled(all);
        expect(ran.toSorted((a, b) => a - b)).toEqual(asked.map((_, index) => index));
        expect(most).toBeLessThanOrEqual(8);
        expect(order.waiting).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a message', () => {
  const afterWaiting = async (ms: number) => {
    const started = start();
    const all = started.many(9);
    await started.settle();
    started.state.now = ms;
    const finish = async () => {
      for (let name = 1; name <= 9; name += 1) await started.end(`${name}`);
      await Promise.all(all);
    };
    return { ...started, finish };
  };

  it('is taken in while the first of those who wait has waited for less than eight seconds', async () => {
    const { order, finish } = await afterWaiting(7_999);
    expect(() => order.admit(web)).not.toThrow();
    await finish();
  });

  it('of the web is refused after that, with the time to come back', async () => {
    const { order, away, finish } = await afterWaiting(8_000);
    expect(() => order.admit(web)).toThrow(TooBusyError);
    expect(() => order.admit({ ...web, channel: 'kiosk' })).toThrow(expect.objectContaining({ retryAfter: 10 }));
    expect(away.map(({ channel }) => channel)).toEqual(['web', 'kiosk']);
    await finish();
    expect(() => order.admit(web)).not.toThrow();
  });

  it.each([
    ['of a call', call],
    ['about an emergency', emergency],
    ['of Zalo', { channel: 'zalo-oa', text: 'xin chào' } as const],
  ])('%s is never refused', async (_what, message) => {
    const { order, away, finish } = await afterWaiting(60_000);
    expect(() => order.admit(message)).not.toThrow();
    expect(away).toEqual([]);
    await finish();
  });
});

describe('turns on a processor with time to spare', () => {
  it('are all begun soon, however many wait for something else', async () => {
    const { order, begun, many, end } = start({ full: false, ticks: true });
    const all = many(40);
    while (order.waiting > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(begun.length).toBe(40);
    for (let name = 1; name <= 40; name += 1) await end(`${name}`);
    await Promise.all(all);
  });
});
