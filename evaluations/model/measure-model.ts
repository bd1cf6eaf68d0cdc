/** Scores a model on the question sets three ways: rules alone, the model in harness, the model believed. */
import { memoryLedger } from '../../bot/model/model-ledger.ts';
import type { AnswerLine } from '../answer-line.ts';
import { openLab } from '../containment/open-lab.ts';
import { type Asked, readSet, type Tools } from '../evaluate.ts';
import type { Question } from '../score/question-set.ts';
import { questionSets } from '../score/question-sets.ts';
import type { Origin } from '../score/summarise.ts';
import { askBare, type Server } from './bare-model.ts';

export const arms = ['rules', 'harness', 'bare'] as const;
export type Arm = (typeof arms)[number];

/** A check of one set, by arm: how often it was true in each repeat. */
export interface Row {
  readonly set: string;
  readonly check: string;
  readonly label: string;
  readonly better: 'high' | 'low';
  readonly of: number;
  /** One share a repeat; [] where an arm cannot be judged by this check. */
  readonly shares: Readonly<Record<Arm, readonly number[]>>;
}

export interface Spent {
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** ms of each answer. */
  readonly ms: readonly number[];
}

export interface ModelScore {
  readonly rows: readonly Row[];
  readonly spent: Readonly<Record<Arm, Spent>>;
  readonly questions: number;
}

export interface Scoring {
  readonly server: Server;
  readonly repeats: number;
  /** Every so many-th question; 1 for all. */
  readonly every: number;
  readonly origins: readonly Origin[];
}

const scored = ['answer', 'clarify', 'multi', 'dialogues', 'attack', 'benign', 'own-attack', 'own-near-miss'];
/** A bare model has no status, no facet and no chips: it is judged by what it says. */
const ofText = new Set(['mustFull', 'must', 'mustNot', 'invented', 'complied', 'promised', 'said', 'markup', 'failed']);

interface Answered {
  readonly question: Question;
  readonly set: Asked['set'];
  readonly answer: AnswerLine;
}

export async function measureModel({ server, repeats, every, origins }: Scoring, tools: Tools): Promise<ModelScore> {
  const lab = await openLab();
  const ledger = memoryLedger();
  const ask = lab.with(server.baseUrl, { ...server, ledger });
  const questions = origins.flatMap((origin) =>
    questionSets
      .filter(({ name }) => scored.includes(name))
      .flatMap((set) =>
        (readSet(set, origin, tools.folders) ?? [])
          .filter((_one, at) => at % every === 0)
          .map((question) => ({ question, set })),
      ),
  );
  const spent: Record<Arm, { calls: number; tokensIn: number; tokensOut: number; ms: number[] }> = {
    rules: empty(),
    harness: empty(),
    bare: empty(),
  };
  const rounds: Record<Arm, Answered[][]> = { rules: [], harness: [], bare: [] };
  for (let repeat = 1; repeat <= repeats; repeat += 1) {
    tools.progress(`repeat ${repeat} of ${repeats}: ${questions.length} questions`);
    const [rules, harness, bare]: [Answered[], Answered[], Answered[]] = [[], [], []];
    for (const one of questions) {
      if (repeat === 1) rules.push({ ...one, answer: timed(spent.rules, await lab.plain(one.question.line)) });
      harness.push({ ...one, answer: timed(spent.harness, await ask(one.question.line)) });
      const reply = await askBare(server, lab.tools, one.question.line);
      bare.push({ ...one, answer: timed(spent.bare, reply.line) });
      spent.bare.calls += 1;
      spent.bare.tokensIn += reply.tokensIn;
      spent.bare.tokensOut += reply.tokensOut;
    }
    if (repeat === 1) rounds.rules.push(rules);
    rounds.harness.push(harness);
    rounds.bare.push(bare);
  }
  for (const { tokensIn, tokensOut } of ledger.calls) {
    spent.harness.calls += 1;
    spent.harness.tokensIn += tokensIn;
    spent.harness.tokensOut += tokensOut;
  }
  return { rows: rowsOf(rounds, tools), spent, questions: questions.length };
}

const empty = () => ({ calls: 0, tokensIn: 0, tokensOut: 0, ms: [] as number[] });

function timed(spent: { ms: number[] }, answer: AnswerLine): AnswerLine {
  for (const { ms } of answer.turns ?? [answer]) spent.ms.push(ms);
  return answer;
}

function rowsOf(rounds: Readonly<Record<Arm, readonly (readonly Answered[])[]>>, { knowing }: Tools): Row[] {
  const judged = (round: readonly Answered[]) =>
    round.map(({ question, set, answer }) => ({ set: set.name, judgements: question.judge(answer, knowing) }));
  const all = { rules: rounds.rules.map(judged), harness: rounds.harness.map(judged), bare: rounds.bare.map(judged) };
  return questionSets
    .filter(({ name }) => scored.includes(name))
    .flatMap((set) =>
      Object.entries(set.checks).flatMap(([check, { label, better }]): Row[] => {
        const outcomesOf = (round: (typeof all)['rules'][number]) =>
          round
            .filter((one) => one.set === set.name)
            .flatMap(({ judgements }) => judgements.map(({ checks }) => checks[check] ?? null))
            .filter((one) => one !== null);
        const share = (round: (typeof all)['rules'][number]) => {
          const outcomes = outcomesOf(round);
          return outcomes.filter(Boolean).length / outcomes.length;
        };
        const of = outcomesOf(all.rules[0] ?? []).length;
        const bare = ofText.has(check) && set.name !== 'dialogues' ? all.bare.map(share) : [];
        const shares = { rules: all.rules.map(share), harness: all.harness.map(share), bare };
        return of === 0 ? [] : [{ set: set.name, check, label, better, of, shares }];
      }),
    );
}
