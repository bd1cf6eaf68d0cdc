import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Addition } from '../../knowledge/index.ts';
import { openTestEditorial, type TestEditorial } from './test-editorial.ts';

const way = {
  say: 'nuôi chim yến',
  mustCatch: 'Muốn nuôi chim yến thì xin giấy gì?',
  mustNotCatch: 'Xây nhà ở riêng lẻ thì xin giấy phép gì?',
};
const wayWith = (changed: Partial<typeof way>): Addition => ({
  kind: 'way',
  target: '1.008128',
  way: { ...way, ...changed },
});

describe('a way of asking, tried on the real engine', () => {
  let test: TestEditorial;
  beforeAll(async () => {
    test = await openTestEditorial();
  }, 60_000);
  afterAll(() => test?.close());
  const faultsOf = async (addition: Addition) => (await test.judge(addition)).faults.map(({ kind }) => kind);

  it('is sound when it catches its question and not the other', async () => {
    expect(await faultsOf(wayWith({}))).toEqual([]);
  }, 240_000);

  it('is refused when it catches the question that belongs elsewhere', async () => {
    expect(await faultsOf(wayWith({ mustNotCatch: 'nuôi chim yến cần gì' }))).toEqual(['catches-too-much']);
  }, 240_000);

  it('is refused when its own question goes elsewhere, or it takes what is another’s', async () => {
    const faults = await faultsOf(
      wayWith({ say: 'làm giấy khai sinh cho con', mustCatch: 'Làm giấy khai sinh cho con cần gì?' }),
    );
    expect(faults.some((kind) => kind === 'does-not-catch' || kind === 'takes-from-others')).toBe(true);
  }, 240_000);
});
