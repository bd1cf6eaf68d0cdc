import { describe, expect, it } from '@jest/globals';
import { again, nextOut, put, settle, stop, stopAll } from './outgoing.ts';

const words = (key: string) => ({ key, text: `lời ${key}`, pictureIds: [] });

describe('words on their way', () => {
  it('go out in the order of writing, one at a time', () => {
    const list = put(put([], words('a')), words('b'));
    expect(nextOut(list)?.key).toBe('a');
    expect(nextOut(settle(list, 'a'))?.key).toBe('b');
    expect(nextOut([])).toBeNull();
  });

  it('that were refused stay in sight and hold nothing up', () => {
    const list = stop(put(put([], words('a')), words('b')), 'a', 'refused', 'dài quá');
    expect(list[0]).toMatchObject({ state: 'refused', problem: 'dài quá', text: 'lời a' });
    expect(nextOut(list)?.key).toBe('b');
    expect(nextOut(again(list, 'a'))?.key).toBe('a');
  });

  it('are all kept when the talk is lost', () => {
    const list = stopAll(put(put([], words('a')), words('b')), 'mất lượt');
    expect(list.map(({ state, text }) => [state, text])).toEqual([
      ['lost', 'lời a'],
      ['lost', 'lời b'],
    ]);
    expect(nextOut(list)).toBeNull();
  });
});
