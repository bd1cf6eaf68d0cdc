import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Knowledge, loadKnowledge } from '../knowledge/index.ts';
import { documentsOf } from './documents/documents-of.ts';
import { describeLostWay, lostWays } from './lint-ways.ts';
import { openSearchEngine } from './open-search-engine.ts';
import type { SearchEngine } from './search-engine.ts';

describe('the ways of asking', () => {
  let knowledge: Knowledge;
  let engine: SearchEngine;
  beforeAll(async () => {
    knowledge = loadKnowledge(join(import.meta.dirname, '../knowledge'));
    engine = await openSearchEngine(documentsOf(knowledge), { cacheFolder: join(tmpdir(), 'hoi-mot-cua-test-index') });
  }, 60_000);

  it('bring their own procedure first, or a sibling of it', () => {
    const lost = lostWays([...knowledge.guides, ...knowledge.cards], engine, 'say');
    expect(lost.filter(({ kin, found }) => !kin && found !== null).map(describeLostWay)).toEqual([]);
  });

  it('are found to be lost where they lead elsewhere', () => {
    const [birth] = knowledge.guides.filter(({ code }) => code === '1.001193');
    const way = { say: 'đăng ký kết hôn', mustCatch: 'Đăng ký kết hôn ở đâu?', mustNotCatch: 'Khai sinh ở đâu?' };
    const entries = [{ ...birth!, ways: [way] }];
    expect(lostWays(entries, engine, 'say').map(describeLostWay)).toEqual([
      '1.001193 ways.0: "đăng ký kết hôn" brings 1.000894 first',
    ]);
    expect(lostWays(entries, engine, 'mustCatch')).toHaveLength(1);
  });

  it('lost to a sibling are told apart from the others', () => {
    const [birth, again] = ['1.001193', '1.004884'].map((code) =>
      knowledge.guides.find((guide) => guide.code === code),
    );
    const entries = [birth!, { ...again!, ways: birth!.ways }];
    expect(lostWays(entries, engine, 'say').every(({ kin }) => kin)).toBe(true);
    expect(lostWays(entries, engine, 'say').length).toBeGreaterThan(0);
  });
});
