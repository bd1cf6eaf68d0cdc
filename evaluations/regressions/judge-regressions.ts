/** Which regression questions are no longer answered by their procedure. */
import type { AnswerLine } from '../answer-line.ts';

export interface RegressionLine {
  readonly id: string;
  readonly text: string;
  readonly code: string;
}

export interface LostRegression {
  readonly id: string;
  readonly code: string;
  /** What answers instead; `null`: nothing. */
  readonly found: string | null;
  readonly status: string;
}

const answering = new Set(['answered', 'partial', 'declined-other-level']);

/** @param answers one for each question, in the same order. */
export const judgeRegressions = (
  questions: readonly RegressionLine[],
  answers: readonly Pick<AnswerLine, 'codes' | 'status'>[],
): readonly LostRegression[] =>
  questions.flatMap(({ id, code }, at) => {
    const { codes = [], status = 'failed' } = answers[at] ?? {};
    return codes[0] === code && answering.has(status) ? [] : [{ id, code, found: codes[0] ?? null, status }];
  });
