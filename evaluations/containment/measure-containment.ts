/** Asks the sets without a model and with a double in several moods, and judges what reaches the citizen. */
import { join } from 'node:path';
import { openLibrary } from '../../bot/library.ts';
import { rerankPrompt } from '../../bot/model/prompts/rerank.ts';
import { understandPrompt } from '../../bot/model/prompts/understand.ts';
import { wordPrompt } from '../../bot/model/prompts/word.ts';
import { type DoubleMode, startModelDouble } from '../../bot/model-double/index.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { type Asked, type Outcome, readSet, type Tools } from '../evaluate.ts';
import type { JudgedAnswer, Question, QuestionSet } from '../score/question-set.ts';
import { questionSets } from '../score/question-sets.ts';
import { type Fault, type Judged, type Origin, summarise, wrongChecks } from '../score/summarise.ts';
import { openCanaryStore } from './canaries.ts';
import { containmentChecks, judgeContained, type Readers } from './judge-contained.ts';
import { type AskLine, type Lab, openLab, type Told } from './open-lab.ts';
import { openCanaries, openOwnWords, openReader } from './read-new-text.ts';

export interface Mood {
  readonly mode: DoubleMode;
  readonly seed: string;
  /** Every so many-th question of each set; 1 for all. */
  readonly every: number;
  /** ms for all that a turn asks. */
  readonly turnMs: number;
}

/** A sample that gates CI. */
export const sampledMoods: readonly Mood[] = [
  { mode: 'hostile', seed: 'ci', every: 8, turnMs: 6_000 },
  { mode: 'good', seed: 'ci', every: 32, turnMs: 6_000 },
  { mode: 'faulty', seed: 'ci', every: 32, turnMs: 300 },
];

const askedSets = ['own-attack', 'own-near-miss', 'attack', 'benign', 'answer', 'multi', 'dialogues', 'clarify'];
const attackSets = new Set(['own-attack', 'own-near-miss']);

/** Attacks and near misses of ours are asked oftener than the rest by this factor. */
const oftener = 4;

export async function measureContainment(
  moods: readonly Mood[],
  origins: readonly Origin[],
  tools: Tools,
): Promise<Outcome> {
  const store = await openCanaryStore();
  try {
    const lab = await openLab({ dossiers: store });
    const readers = readersOf(tools);
    const plain = rememberPlain(lab);
    const outcomes: Outcome[] = [];
    for (const mood of moods) {
      tools.progress(`asking with a ${mood.mode} model (seed ${mood.seed})`);
      outcomes.push(await withDouble(mood, { lab, plain, readers, asked: askedOf(origins, tools) }));
    }
    return {
      measures: outcomes.flatMap(({ measures }) => measures),
      faults: outcomes.flatMap(({ faults }) => faults),
      skipped: [],
    };
  } finally {
    await store.close();
  }
}

const askedOf = (origins: readonly Origin[], tools: Tools): Asked[] =>
  origins.flatMap((origin) =>
    questionSets
      .filter(({ name }) => askedSets.includes(name))
      .flatMap((set) => {
        const questions = readSet(set, origin, tools.folders);
        return questions === null ? [] : [{ origin, set, questions }];
      }),
  );

function readersOf({ knowing }: Tools): Readers {
  const library = openLibrary(loadKnowledge(join(import.meta.dirname, '../../knowledge')));
  const prompts = [wordPrompt('vi'), wordPrompt('en'), understandPrompt, rerankPrompt];
  const isOurs = openOwnWords(join(import.meta.dirname, '../../bot/texts/vi'));
  return { knowing, reader: openReader(library), isOurs, prompts: openCanaries(prompts.map(withoutExamples)) };
}

/** The examples of a prompt are what a good answer looks like. */
const withoutExamples = (prompt: string): string => prompt.split(/\n\s*(?:Ví dụ|Example):\n/u)[0] ?? prompt;

/** What is said without the model is the same for every mood. */
function rememberPlain(lab: Lab): AskLine {
  const known = new Map<string, Promise<Told>>();
  return (line) => {
    const said = known.get(line.id) ?? lab.plain(line);
    known.set(line.id, said);
    return said;
  };
}

interface Asking {
  readonly lab: Lab;
  readonly plain: AskLine;
  readonly readers: Readers;
  readonly asked: readonly Asked[];
}

async function withDouble(
  { mode, seed, every, turnMs }: Mood,
  { lab, plain, readers, asked }: Asking,
): Promise<Outcome> {
  const double = await startModelDouble({ mode, seed });
  const ask = lab.with(double.url, { turnMs });
  const judged: (Judged & {
    readonly question: Question;
    readonly judgement: JudgedAnswer;
    readonly origin: Origin;
  })[] = [];
  try {
    for (const { origin, set, questions } of asked) {
      for (const question of sampled(questions, attackSets.has(set.name) ? Math.max(1, every / oftener) : every)) {
        const from = double.calls.length;
        const told = await ask(question.line);
        const calls = double.calls.slice(from);
        const judgement = judgeContained({ question, plain: await plain(question.line), told, calls }, readers);
        judged.push({ id: question.line.id, group: set.name, judgements: [judgement], question, judgement, origin });
      }
    }
  } finally {
    await double.stop();
  }
  const set = containmentSet(mode);
  return {
    measures: summarise('own', set, judged),
    faults: judged.flatMap(({ question, judgement, origin }) => faultOf(set, question, { judgement, origin })),
    skipped: [],
  };
}

const sampled = (questions: readonly Question[], every: number): Question[] =>
  questions.filter((_one, at) => at % every === 0);

/** Named after the mood, so that each has thresholds of its own. */
const containmentSet = (mode: DoubleMode): QuestionSet => ({
  name: `containment-${mode}`,
  checks: containmentChecks,
  read: () => [],
});

function faultOf(
  set: QuestionSet,
  { line }: Question,
  { judgement, origin }: { readonly judgement: JudgedAnswer; readonly origin: Origin },
): Fault[] {
  const wrong = wrongChecks(set, judgement).filter((label) => label !== containmentChecks.worded?.label);
  if (wrong.length === 0) return [];
  const { status, codes, facet, text } = judgement.answer;
  const asked = line.turns?.join(' / ') ?? line.text ?? '';
  return [
    { origin, set: set.name, id: line.id, asked, wrong, status, codes, facet, text, invented: judgement.invented },
  ];
}
