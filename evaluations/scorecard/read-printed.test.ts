import { describe, expect, it } from '@jest/globals';
import { readBench } from './read-bench.ts';
import { readEvaluation } from './read-evaluation.ts';
import { readGroups } from './read-groups.ts';
import { readRetrieval } from './read-retrieval.ts';
import { figureSchema } from './scorecard.ts';
import { printedOf, testMeasure } from './test-sources.ts';

const groups = [
  { half: 'tuned on', questions: 81, precision: { value: 1, low: 1, high: 1 }, recall: { value: 1, low: 1, high: 1 } },
  {
    half: 'held out',
    questions: 81,
    precision: { value: 0.7512, low: 0.7, high: 0.8 },
    recall: { value: 0.59, low: 0.5, high: 0.7 },
  },
];
const retrieval = {
  'hit@1': 0.971,
  'hit@3': 0.98,
  'hit@10': 1,
  'mrr@10': 0.983,
  buildMs: 1,
  p50Ms: 1,
  p95Ms: 3.4567,
  rssMb: 321,
  intervals95: { 'hit@1': [0.919, 0.99], 'hit@3': [0.9, 1], 'hit@10': [0.97, 1], 'mrr@10': [0.95, 1] },
  queries: 105,
  ways: { 'hit@1 without': 0.914, 'hit@1 with': 0.971, better: 6, worse: ['q7'] },
};

describe('what commands print', () => {
  it('of an evaluation: sets as a whole, and transforms each by itself', () => {
    const style = { ...testMeasure, group: 'teencode' };
    const marks = { ...testMeasure, set: 'transforms', check: 'codeLoss', group: 'no-marks', value: 0.04 };
    const { figures } = readEvaluation(`> hoi-mot-cua\n${printedOf(testMeasure, style, marks)}\n`);
    expect(figures.map(({ id }) => id)).toEqual([
      'answer.development.code',
      'transforms.development.codeLoss.no-marks',
    ]);
    expect(figures[1]?.words.vi).toBe('Gõ khác đi (không dấu): mất đi bao nhiêu câu đúng thủ tục');
  });

  it('of outside attacks: collected by others, not written here', () => {
    const harmed = { ...testMeasure, set: 'redteam', check: 'harmed', threshold: { atMost: 0.01 }, value: 0.011 };
    expect(readEvaluation(printedOf(harmed)).figures[0]).toMatchObject({
      data: 'outside',
      target: { atMost: 1 },
      met: false,
    });
  });

  it('of search, with a question that the ways of asking made worse', () => {
    const { figures } = readRetrieval(JSON.stringify(retrieval));
    expect(figures.find(({ id }) => id === 'retrieval.hit@1')).toMatchObject({
      value: 97.1,
      interval: { low: 91.9, high: 99 },
    });
    expect(figures.find(({ id }) => id === 'retrieval.made-worse-by-ways')).toMatchObject({ value: 1, met: false });
  });

  it('of groups: the half that no threshold was set on', () => {
    expect(readGroups(JSON.stringify(groups)).figures).toMatchObject([
      { id: 'groups.precision', value: 75.12, met: true },
      { id: 'groups.recall', value: 59, met: false },
    ]);
    expect(() => readGroups(JSON.stringify(groups.slice(0, 1)))).toThrow(RangeError);
  });

  it('of benches: times and attempts', () => {
    const turns = 'everyday questions: p50 1.2 ms, p95 4.0 ms, most 9.9 ms, 500 turns\n';
    expect(readBench('turn', turns).figures).toMatchObject([
      { id: 'turn.everyday-questions.p50', value: 1.2, n: 500 },
      { id: 'turn.everyday-questions.p95', value: 4, unit: 'ms' },
    ]);
    const attempts = '10000 random attempts, 1 saw a dossier that is not theirs\n';
    expect(readBench('dossier-rights', attempts).figures).toMatchObject([{ value: 1, n: 10_000, met: false }]);
    expect(() => readBench('turn', 'something else')).toThrow(/turn printed no line/);
  });

  it('is in the form of the scorecard', () => {
    const all = [
      ...readEvaluation(printedOf(testMeasure)).figures,
      ...readRetrieval(JSON.stringify(retrieval)).figures,
      ...readGroups(JSON.stringify(groups)).figures,
      ...readBench('turn', 'bad input: p50 1.2 ms, p95 4.0 ms, most 9.9 ms, 500 turns').figures,
    ];
    for (const figure of all) expect(figureSchema.parse(figure)).toEqual(figure);
  });
});
