import { expect, it, jest } from '@jest/globals';
import { rememberLatest } from './remember-latest.ts';

it('answers the same as before, once asked, and forgets the oldest', () => {
  const read = jest.fn((text: string) => (text === '' ? null : text.length));
  const remembered = rememberLatest(read, 2);
  expect(['a', 'bb', 'a', '', 'bb', ''].map(remembered)).toEqual([1, 2, 1, null, 2, null]);
  expect(read.mock.calls.flat()).toEqual(['a', 'bb', '']);
  expect(remembered('a')).toBe(1);
  expect(read.mock.calls.flat()).toEqual(['a', 'bb', '', 'a']);
});

it('keeps nothing of what failed', () => {
  const read = jest.fn(JSON.parse);
  const remembered = rememberLatest(read as (text: string) => unknown, 2);
  expect(() => remembered('{')).toThrow(SyntaxError);
  expect(() => remembered('{')).toThrow(SyntaxError);
  expect(read).toHaveBeenCalledTimes(2);
});
