/** How much is lost when the answer questions are typed badly: paired, question by question. */
import { existsSync } from 'node:fs';
import { pairedLoss } from '../../bot/measure/interval.ts';
import type { AskedLine } from '../answer-line.ts';
import { type Outcome, readSet, type Tools } from '../evaluate.ts';
import { answerSet } from '../score/answer.ts';
import type { Question } from '../score/question-set.ts';
import type { Measure, Origin } from '../score/summarise.ts';
import { type Transform, transforms } from './transforms.ts';

const losses = { codeLoss: ['code', 'right procedure at 1, lost'], facetLoss: ['facet', 'right facet, lost'] } as const;

export async function measureTransforms(origins: readonly Origin[], tools: Tools): Promise<Outcome> {
  const measures: Measure[] = [];
  const skipped: string[] = [];
  for (const origin of origins) {
    if (!existsSync(tools.folders[origin])) {
      skipped.push(`skipped: transforms of the ${origin} answer questions, no such folder here`);
      continue;
    }
    measures.push(...(await measureOrigin(origin, readSet(answerSet, origin, tools.folders) ?? [], tools)));
  }
  return { measures, skipped, faults: [] };
}

async function measureOrigin(origin: Origin, questions: readonly Question[], tools: Tools): Promise<Measure[]> {
  const variants = [null, ...transforms];
  const lines = variants.flatMap((variant) => questions.map(({ line }) => (variant ? changed(line, variant) : line)));
  tools.progress(`asking ${questions.length} ${origin} answer questions in ${variants.length} ways`);
  const answers = await tools.ask(lines);
  const outcomes = (way: number, check: string) =>
    questions.map((question, index) => {
      const answer = answers[way * questions.length + index];
      return answer !== undefined && question.judge(answer, tools.knowing)[0]?.checks[check] === true;
    });
  return Object.entries(losses).flatMap(([check, [judged, label]]) =>
    transforms.map((transform, index): Measure => {
      const [before, after] = [outcomes(0, judged), outcomes(index + 1, judged)];
      const hits = after.filter(Boolean).length;
      const loss = pairedLoss(before, after);
      return {
        origin,
        set: 'transforms',
        check,
        label,
        better: 'low',
        group: transform.name,
        hits,
        of: after.length,
        ...loss,
      };
    }),
  );
}

const changed = (line: AskedLine, { name, apply }: Transform): AskedLine => ({
  ...line,
  id: `${line.id}~${name}`,
  text: apply(line.text ?? '', line.id),
});
