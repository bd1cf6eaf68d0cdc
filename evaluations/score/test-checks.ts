/** For the tests of the question sets: one item, answered in one way, and what the checks say of it. */
import type { AnswerLine } from '../answer-line.ts';
import type { Knowing, QuestionSet } from './question-set.ts';

const knowing: Knowing = { isFullGuide: (code) => code === '1.001193', invented: () => [] };
export const said = (over: Partial<AnswerLine>): AnswerLine => ({
  id: 'q',
  status: 'answered',
  codes: [],
  facet: null,
  text: '',
  options: [],
  sources: [],
  ms: 1,
  ...over,
});

/** The checks of one item of a set, answered in one way. */
export const checks = (set: QuestionSet, item: object, answer: Partial<AnswerLine>) =>
  set
    .read(JSON.stringify({ id: 'q', text: 'hỏi', ...item }))[0]
    ?.judge(said(answer), knowing)
    .map((one) => one.checks);
