import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Followed, lookAfter } from './look-after.ts';
import { makeRounds } from './rounds.ts';

/** A socket that notes what is done to it. */
function followed(threadId: string, own: Partial<Followed> = {}) {
  const done: string[] = [];
  const socket = { ping: () => void done.push('ping'), terminate: () => void done.push('terminate') };
  const one: Followed = {
    ...{ socket, threadId, shown: () => 5, isGuarded: false, wake: () => void done.push('wake'), alive: true },
    ...own,
  };
  return { one, done };
}

describe('looking after open sockets', () => {
  it('asks once for all of them and wakes those alone whose thread has grown', async () => {
    const [still, grown] = [followed('a'), followed('b', { shown: () => 7 })];
    const asked: unknown[] = [];
    const transcript = {
      grown: async (threads: unknown) => {
        asked.push(threads);
        return ['b'];
      },
    };
    await lookAfter(transcript, [still.one, grown.one]);
    expect(asked).toEqual([
      [
        { id: 'a', after: 5 },
        { id: 'b', after: 7 },
      ],
    ]);
    expect([still.done, grown.done]).toEqual([['ping'], ['ping', 'wake']]);
  });

  it('wakes a signed-in talk at each look, as its sign-in may be over', async () => {
    const { one, done } = followed('a', { isGuarded: true });
    await lookAfter({ grown: async () => [] }, [one]);
    expect(done).toEqual(['ping', 'wake']);
  });

  it('ends a socket that answered no ping since the last look', async () => {
    const { one, done } = followed('a');
    const transcript = { grown: async () => [] };
    await lookAfter(transcript, [one]);
    await lookAfter(transcript, [one]);
    expect(done).toEqual(['ping', 'terminate']);
  });
});

describe('rounds', () => {
  it('show each item once in a round, whoever came and left, and never many more in one step than in another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 500 }),
        fc.nat(7),
        (parts, count, leave) => {
          const rounds = makeRounds<number>(parts);
          const leaves = Array.from({ length: count }, (_, item) => rounds.add(item));
          const stay = leaves.flatMap((end, item) => {
            if (leave === 0 || item % (leave + 1) !== 0) return [item];
            end();
            return [];
          });
          const steps = Array.from({ length: parts }, () => rounds.next());
          expect(steps.flat().sort((one, other) => one - other)).toEqual(stay);
          if (leave === 0)
            expect(Math.max(...steps.map(({ length }) => length))).toBeLessThanOrEqual(Math.ceil(count / parts));
        },
      ),
    );
  });
});
