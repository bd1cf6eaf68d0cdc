/** No regular expression of the server can be held up by a short text. */
import { describe, expect, it } from '@jest/globals';
import { judgeLoopsApart } from './judge-loops.ts';
import { judgePattern } from './judge-pattern.ts';
import { loopsOf } from './loops-of.ts';

const asked = { flags: '', at: 'here' };
const sources = (source: string) => loopsOf({ ...asked, source }).map((loop) => loop.source);

describe('a loop', () => {
  it('is found wherever it stands, and one of a single character is none', () => {
    expect(sources('^a*b+(?:c|d){2,5}$')).toEqual([]);
    expect(sources('x(?:a|b)+|(?<!(?:c d)*)e')).toEqual(['^(?:a|b)*$', '^(?:c d)*$']);
    expect(sources('(?:a(?:b|c)*)*')).toEqual(['^(?:b|c)*$', '^(?:a(?:b|c)*)*$']);
    expect(sources(String.raw`(a)(?:b\1){7,}`)).toEqual([String.raw`(a)(?:b\1){7,}`]);
  });

  it('that can be read in two ways is told, with the text that shows it', () => {
    const judged = loopsOf({ ...asked, source: '^(?:x )?(?:(?:af|a|aj|a) )*$' }).map((loop) =>
      judgePattern(loop, 120_000),
    );
    expect(judged).toMatchObject([{ growth: 'exponential' }]);
    expect(judged[0]?.attack).toContain('repeat');
    expect(judgePattern({ ...asked, source: '^(?:(?:af|a|aj) )*$' }, 120_000)).toMatchObject({ growth: 'linear' });
  });
});

it('no loop of the server can be read in two ways', () => {
  const { patterns, loops, exponential, unknown } = judgeLoopsApart(120_000);
  expect(patterns).toBeGreaterThan(1_500);
  expect(loops).toBeGreaterThan(80);
  expect(exponential).toEqual([]);
  expect(unknown).toEqual([]);
});
