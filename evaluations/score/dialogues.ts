/** Dialogues, judged turn by turn and as a whole. */
import { z } from 'zod';
import { facets } from '../../knowledge/index.ts';
import type { AnswerLine } from '../answer-line.ts';
import { type Fact, missing } from '../match/contains.ts';
import { offered } from './clarify.ts';
import { allPresent, factSchema, givesAnswer, isDeclined, type Judgement, questionSet } from './question-set.ts';

const behaviours = ['answer', 'clarify', 'abstain', 'smalltalk', 'login', 'dossier', 'handoff', 'emergency'] as const;
const expectation = z.object({
  behaviour: z.enum(behaviours),
  code: z.array(z.string()).optional(),
  facet: z.enum(facets).optional(),
  must: z.array(factSchema).default([]),
});
const item = z.object({
  id: z.string(),
  tag: z.string(),
  turns: z.array(z.object({ user: z.string(), expect: expectation })).min(1),
  context: z.object({ now: z.string().optional() }).optional(),
});

/** A turn's expectation, with `must` as facts. */
type Expectation = Omit<z.infer<typeof expectation>, 'must'> & { readonly must: readonly Fact[] };

function asExpected(behaviour: Expectation['behaviour'], answer: AnswerLine): boolean {
  switch (behaviour) {
    case 'answer':
      return givesAnswer(answer);
    case 'abstain':
      return isDeclined(answer);
    case 'login':
      return answer.status === 'login-required';
    case 'handoff':
      return answer.status === 'handed-off' || answer.status === 'emergency';
    default:
      return answer.status === behaviour;
  }
}

function judgeTurn(
  { behaviour, code, facet, must }: Expectation,
  answer: AnswerLine,
): Judgement & { readonly good: boolean } {
  const asBehaviour = asExpected(behaviour, answer);
  const [best = ''] = answer.codes;
  const rightCode = code === undefined || behaviour !== 'answer' ? null : asBehaviour && code.includes(best);
  const options =
    code === undefined || behaviour !== 'clarify' ? null : asBehaviour && offered(answer.options, code) >= 2;
  const rightFacet = facet === undefined ? null : answer.facet === facet;
  const facts = allPresent(must, missing(answer.text, must));
  const good = asBehaviour && [rightCode, options, rightFacet, facts].every((check) => check !== false);
  return { answer, good, checks: { behaviour: asBehaviour, code: rightCode, options, facet: rightFacet, must: facts } };
}

export const dialoguesSet = questionSet({
  name: 'dialogues',
  item,
  checks: {
    behaviour: { label: 'turns: behaves as expected', better: 'high' },
    code: { label: 'turns: right procedure at 1', better: 'high' },
    facet: { label: 'turns: right facet', better: 'high' },
    must: { label: 'turns: every fact present', better: 'high' },
    options: { label: 'turns: two right options or more', better: 'high' },
    whole: { label: 'whole dialogue right', better: 'high' },
  },
  group: () => 'all',
  ask: ({ turns, context }) => ({
    turns: turns.map(({ user }) => user),
    ...(context?.now === undefined ? {} : { at: context.now }),
  }),
  judge: ({ turns }, answer) => {
    const none: AnswerLine = {
      ...answer,
      status: 'failed',
      codes: [],
      facet: null,
      text: '',
      options: [],
      sources: [],
    };
    const judged = turns.map(({ expect }, index) => judgeTurn(expect, answer.turns?.[index] ?? none));
    const whole = judged.every(({ good }) => good);
    return judged.map(({ answer: turn, checks }, index) => ({
      answer: turn,
      checks: { ...checks, whole: index === judged.length - 1 ? whole : null },
    }));
  },
});
