import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readEvents } from './read-events.ts';

const streamOf = (pieces: readonly Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });

describe('a stream of events', () => {
  it('is read whole however it is cut, in the middle of a letter too', async () => {
    const told = [
      { kind: 'step', words: 'đăng ký khai tử' },
      { kind: 'draft', text: 'Lệ phí do tỉnh quyết định' },
    ];
    const bytes = new TextEncoder().encode(
      `: here\n\n${told.map((one) => `data: ${JSON.stringify(one)}\n\n`).join('')}`,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 20 }), async (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const pieces = places.slice(1).map((end, index) => bytes.slice(places[index], end));
        const heard: unknown[] = [];
        await readEvents(streamOf(pieces), (event) => heard.push(event));
        expect(heard).toEqual(told);
      }),
    );
  });

  it('leaves out what is no JSON', async () => {
    const heard: unknown[] = [];
    const bytes = new TextEncoder().encode('data: {"broken\n\ndata: 1\n\n');
    await readEvents(streamOf([bytes]), (event) => heard.push(event));
    expect(heard).toEqual([1]);
  });
});
