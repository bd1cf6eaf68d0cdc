/** Groups the labelled questions with the search engine of the shipped knowledge, and prints pairwise figures. */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { wilson } from '../../bot/measure/interval.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { documentsOf, groupAlike, openSearchEngine, type Sketch } from '../../retrieval/index.ts';
import { countPairs } from './pairwise.ts';

const project = join(import.meta.dirname, '../..');
const labelled = z.object({ id: z.string(), text: z.string(), group: z.string() });

/** The thresholds were set on the first half; the other was looked at afterwards. */
const halves = ['tuned on', 'held out'] as const;
/** Of the half that was held out. */
const least = { precision: 0.65, recall: 0.6 };

/** Exit code: 0, 1 when a figure of the held-out half is below its threshold. */
export async function runGroups(argv: readonly string[]): Promise<number> {
  const questions = readFileSync(join(import.meta.dirname, '../datasets/groups.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => labelled.parse(JSON.parse(line)));
  const names = [...new Set(questions.map(({ group }) => group))];
  const { sketch } = await openSearchEngine(documentsOf(loadKnowledge(join(project, 'knowledge'))), {
    cacheFolder: join(tmpdir(), 'hoi-mot-cua-test-index'),
  });
  const figures = halves.map((half, which) => {
    const own = questions.filter(({ group }) => names.indexOf(group) % halves.length === which);
    return { half, ...figuresOf(own, sketch) };
  });
  const whole = { half: 'all' as const, ...figuresOf(questions, sketch) };
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (argv.includes('--json')) say(JSON.stringify([...figures, whole]));
  else for (const one of [...figures, whole]) say(line(one));
  const held = figures.at(-1);
  return held && held.precision.value >= least.precision && held.recall.value >= least.recall ? 0 : 1;
}

function figuresOf(questions: readonly z.infer<typeof labelled>[], sketch: (text: string) => Sketch) {
  const groups = groupAlike(questions.map(({ text }) => sketch(text)));
  const {
    together,
    grouped,
    labelled: same,
  } = countPairs(
    questions.map(({ group }) => group),
    groups,
  );
  return {
    questions: questions.length,
    labels: new Set(questions.map(({ group }) => group)).size,
    groups: groups.length,
    precision: wilson(together, grouped),
    recall: wilson(together, same),
  };
}

const share = ({ value, low, high }: ReturnType<typeof wilson>) =>
  `${value.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;

const line = ({
  half,
  questions,
  labels,
  groups,
  precision,
  recall,
}: ReturnType<typeof figuresOf> & { half: string }) =>
  `${half.padEnd(9)} ${questions} questions, ${labels} matters, ${groups} groups: pairwise precision ${share(precision)}, recall ${share(recall)}`;
