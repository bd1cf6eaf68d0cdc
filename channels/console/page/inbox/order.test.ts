import { describe, expect, it } from '@jest/globals';
import { ago, handOffOf } from '../test/test-talks.ts';
import { byDue, joinPages, neighbour } from './order.ts';

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('the order of the inbox', () => {
  it('has first what is due first, then who has waited longest, and last what is over', () => {
    const items = [
      handOffOf({ id: 'closed', state: 'closed', dueAt: ago(60) }),
      handOffOf({ id: 'no-due-late', dueAt: null, askedAt: ago(1) }),
      handOffOf({ id: 'no-due-early', dueAt: null, askedAt: ago(9) }),
      handOffOf({ id: 'later', dueAt: ago(-10) }),
      handOffOf({ id: 'overdue', dueAt: ago(5) }),
    ];
    expect(ids(byDue(items))).toEqual(['overdue', 'later', 'no-due-early', 'no-due-late', 'closed']);
  });

  it('is walked by the keyboard, stays at its ends and begins at the top', () => {
    const items = [{ id: 'a' }, { id: 'b' }];
    expect(neighbour(items, 'a', 1)).toBe('b');
    expect(neighbour(items, 'b', 1)).toBe('b');
    expect(neighbour(items, 'a', -1)).toBe('a');
    expect(neighbour(items, null, 1)).toBe('a');
    expect(neighbour(items, 'gone', -1)).toBe('a');
    expect(neighbour([], null, 1)).toBeNull();
  });

  it('has each once where pages overlap, as it was read last', () => {
    const fresh = { id: 'a', state: 'owned' };
    expect(joinPages([{ id: 'a', state: 'waiting' }], [fresh])).toEqual([fresh]);
  });
});
