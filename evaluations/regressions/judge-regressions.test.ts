import { describe, expect, it } from '@jest/globals';
import { judgeRegressions } from './judge-regressions.ts';

const question = { id: 'a', text: 'Muốn nuôi chim yến thì xin giấy gì?', code: '1.008128' };
const judge = (...answers: Parameters<typeof judgeRegressions>[1]) => judgeRegressions([question], answers);

describe('a regression question', () => {
  it('is kept while its procedure answers first', () => {
    expect(judge({ codes: ['1.008128', '1.000001'], status: 'declined-other-level' })).toEqual([]);
  });

  it('is lost when another answers, when it is asked back, and when nothing comes', () => {
    expect(judge({ codes: ['1.000001', '1.008128'], status: 'answered' })).toMatchObject([{ found: '1.000001' }]);
    expect(judge({ codes: ['1.008128'], status: 'clarify' })).toHaveLength(1);
    expect(judge()).toMatchObject([{ found: null, status: 'failed' }]);
  });
});
