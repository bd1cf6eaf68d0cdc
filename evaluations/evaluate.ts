/** Asks question sets and measures the answers. Knows no terminal and no process: all comes in as parameters. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerLine, Ask } from './answer-line.ts';
import type { Knowing, Question, QuestionSet } from './score/question-set.ts';
import { type Fault, type Judged, type Measure, type Origin, summarise, wrongChecks } from './score/summarise.ts';

export interface Tools {
  readonly ask: Ask;
  readonly knowing: Knowing;
  /** Told what is being asked, one line each. */
  readonly progress: (text: string) => void;
  /** Where the sets lie; a folder that is not there is skipped and said. */
  readonly folders: Readonly<Record<Origin, string>>;
}

export interface Outcome {
  readonly measures: readonly Measure[];
  readonly faults: readonly Fault[];
  /** One sentence for each thing that was not measured. */
  readonly skipped: readonly string[];
}

/** Sets that the shared folder has: where the folder is, none of them may be skipped. */
const sharedSets = [
  'answer',
  'clarify',
  'multi',
  'abstain',
  'dialogues',
  'handoff',
  'dossier',
  'places',
  'attack',
  'benign',
];

/** The questions of a set; `null` where this origin has no such set. @throws {Error} when a shared set is missing. */
export function readSet(
  { name, read }: QuestionSet,
  origin: Origin,
  folders: Tools['folders'],
): readonly Question[] | null {
  const file = join(folders[origin], `${name}.jsonl`);
  if (existsSync(file)) return read(readFileSync(file, 'utf8'));
  if (origin === 'shared' && existsSync(folders.shared) && sharedSets.includes(name)) {
    throw new Error(`${file} is missing: where the shared sets are, none may be skipped`);
  }
  return null;
}

export interface Asked {
  readonly origin: Origin;
  readonly set: QuestionSet;
  readonly questions: readonly Question[];
}

/** Runs `sets` on every origin that has them, in one call of the bot. */
export async function evaluate(
  sets: readonly QuestionSet[],
  origins: readonly Origin[],
  tools: Tools,
): Promise<Outcome> {
  const here = origins.filter((origin) => existsSync(tools.folders[origin]));
  const asked = here.flatMap((origin) =>
    sets.flatMap((set): Asked[] => {
      const questions = readSet(set, origin, tools.folders);
      return questions === null ? [] : [{ origin, set, questions }];
    }),
  );
  const lines = asked.flatMap(({ questions }) => questions.map(({ line }) => line));
  if (lines.length > 0) tools.progress(`asking ${lines.length} questions of ${asked.length} sets`);
  const answers = await tools.ask(lines);
  let from = 0;
  const outcomes = asked.map((one) => {
    from += one.questions.length;
    return measureAnswers(one, answers.slice(from - one.questions.length, from), tools.knowing);
  });
  const names = sets.map(({ name }) => name).join(', ');
  const gone = sets.length === 0 ? [] : origins.filter((origin) => !here.includes(origin));
  const skipped = gone.map((origin) => `skipped: ${origin} sets (${names}), no such folder here`);
  return joined([...outcomes, { measures: [], faults: [], skipped }]);
}

/** The figures of one set. @throws {RangeError} when a question has no answer. */
export function measureAnswers(
  { origin, set, questions }: Asked,
  answers: readonly AnswerLine[],
  knowing: Knowing,
): Outcome {
  const judged = questions.map((question, index): Judged => {
    const answer = answers[index];
    if (answer === undefined) throw new RangeError(`${set.name}: no answer to ${question.line.id}`);
    return { id: question.line.id, group: question.group, judgements: question.judge(answer, knowing) };
  });
  return { measures: summarise(origin, set, judged), faults: faultsOf(set, questions, judged, origin), skipped: [] };
}

function faultsOf(
  set: QuestionSet,
  questions: readonly Question[],
  judged: readonly Judged[],
  origin: Origin,
): Fault[] {
  return judged.flatMap(({ id, judgements }, index) =>
    judgements.flatMap((judgement, turn): Fault[] => {
      const wrong = wrongChecks(set, judgement);
      const line = questions[index]?.line;
      const { status, codes, facet, text } = judgement.answer;
      // A talk that is judged as a whole is shown as a whole.
      const whole = judgements.length === 1 ? line?.turns?.join(' / ') : line?.turns?.[turn];
      const asked = whole ?? line?.text ?? '';
      const { invented } = judgement;
      return wrong.length === 0
        ? []
        : [{ origin, set: set.name, id, asked, wrong, status, codes, facet, text, invented }];
    }),
  );
}

/** Several outcomes as one, in order. */
export const joined = (outcomes: readonly Outcome[]): Outcome => ({
  measures: outcomes.flatMap(({ measures }) => measures),
  faults: outcomes.flatMap(({ faults }) => faults),
  skipped: outcomes.flatMap(({ skipped }) => skipped),
});
