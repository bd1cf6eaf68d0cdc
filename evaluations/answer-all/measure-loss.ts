/** What is lost when 2,700 imported guides stand beside the hand-made ones: the same questions, paired. */

import { pairedLoss } from '../../bot/measure/interval.ts';
import type { Ask } from '../answer-line.ts';
import { type Asked, joined, measureAnswers, type Outcome, readSet, type Tools } from '../evaluate.ts';
import { abstainSet } from '../score/abstain.ts';
import { answerSet } from '../score/answer.ts';
import { clarifySet } from '../score/clarify.ts';
import type { Knowing, Question, QuestionSet } from '../score/question-set.ts';
import type { Measure, Origin } from '../score/summarise.ts';

/** The same bot with everything imported. */
export interface WithAll {
  readonly ask: Ask;
  readonly knowing: Knowing;
}

interface Compared {
  readonly set: QuestionSet;
  /** Checks whose loss is measured, by the name of the loss. */
  readonly losses: Readonly<Record<string, string>>;
}

const compared: readonly Compared[] = [
  { set: answerSet, losses: { codeLoss: 'code', facetLoss: 'facet', mustLoss: 'must' } },
  { set: abstainSet, losses: { rightLoss: 'right' } },
  { set: clarifySet, losses: { rightLoss: 'right' } },
];

export async function measureLoss(origins: readonly Origin[], tools: Tools, withAll: WithAll): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const origin of origins) {
    for (const { set, losses } of compared) {
      const questions = readSet(set, origin, tools.folders);
      if (questions) outcomes.push(await compare({ origin, set, questions, losses }, tools, withAll));
    }
  }
  return joined(outcomes);
}

async function compare(asked: Asked & Pick<Compared, 'losses'>, tools: Tools, withAll: WithAll): Promise<Outcome> {
  const { origin, set, questions, losses } = asked;
  tools.progress(`asking ${questions.length} ${origin} ${set.name} questions without and with all records`);
  const lines = questions.map(({ line }) => line);
  const [before, after] = [await tools.ask(lines), await withAll.ask(lines)];
  const outcome = measureAnswers(
    { origin, set: { ...set, name: `${set.name}-all` }, questions },
    after,
    withAll.knowing,
  );
  const held = (answers: typeof before, knowing: Knowing, check: string) =>
    questions.map((question, index) => heldBy(question, answers[index], knowing)[check] === true);
  const measures = Object.entries(losses).map(([name, check]): Measure => {
    const [one, other] = [held(before, tools.knowing, check), held(after, withAll.knowing, check)];
    return {
      origin,
      set: `${set.name}-all`,
      check: name,
      label: `${set.checks[check]?.label ?? check}, lost from ${one.filter(Boolean).length}`,
      better: 'low',
      group: null,
      hits: other.filter(Boolean).length,
      of: questions.length,
      ...pairedLoss(one, other),
    };
  });
  return { ...outcome, measures: [...outcome.measures, ...measures] };
}

const heldBy = (question: Question, answer: Parameters<Question['judge']>[0] | undefined, knowing: Knowing) =>
  answer === undefined ? {} : (question.judge(answer, knowing)[0]?.checks ?? {});
