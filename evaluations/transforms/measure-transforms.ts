/** How much is lost when the answer questions are typed badly: paired, question by question. */
import { existsSync } from 'node:fs';
import type { AskedLine } from '../answer-line.ts';
import { type Outcome, readSet, type Tools } from '../evaluate.ts';
import { answerSet } from '../score/answer.ts';
import { pairedLoss } from '../score/interval.ts';
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
  tools.progress(`${origin} transforms: asking ${questions.length} questions ${transforms.length + 1} times`);
  const plain = await outcomes(
    questions,
    questions.map(({ line }) => line),
    tools,
  );
  const measured: Measure[] = [];
  for (const transform of transforms) {
    const changed = await outcomes(
      questions,
      questions.map(({ line }) => changedLine(line, transform)),
      tools,
    );
    for (const [check, [judged, label]] of Object.entries(losses)) {
      const [before, after] = [plain[judged], changed[judged]];
      measured.push({
        origin,
        set: 'transforms',
        check,
        label,
        better: 'low',
        group: transform.name,
        hits: after.filter(Boolean).length,
        of: after.length,
        ...pairedLoss(before, after),
      });
    }
  }
  return measured.toSorted((a, b) => a.check.localeCompare(b.check));
}

const changedLine = (line: AskedLine, { apply }: Transform): AskedLine => ({
  ...line,
  text: apply(line.text ?? '', line.id),
});

async function outcomes(
  questions: readonly Question[],
  lines: readonly AskedLine[],
  { ask, knowing }: Tools,
): Promise<Record<'code' | 'facet', boolean[]>> {
  const answers = await ask(lines);
  const judged = questions.flatMap((question, index) => {
    const answer = answers[index];
    return answer === undefined ? [] : question.judge(answer, knowing);
  });
  const column = (check: string) => judged.map(({ checks }) => checks[check] === true);
  return { code: column('code'), facet: column('facet') };
}
