/**
 * Questions around procedures: when, which office, the rule of another day, notices, one's own data; and procedures
 * whose words come near those. Each must be taken by what it means, neither more nor less.
 */
import { z } from 'zod';
import type { AnswerLine } from '../answer-line.ts';
import { missing } from '../match/contains.ts';
import { allPresent, factSchema, givesAnswer, questionSet } from './question-set.ts';

const kinds = ['due', 'holiday', 'hours', 'where', 'unit', 'asked-day', 'notice', 'stop', 'own-data', 'near'] as const;

/**
 * `code`: one of the procedures, first; `day`, `office`: answered without any procedure; `place`: which place it is now;
 * `own`: notices or data of the asker himself, no procedure.
 */
const item = z
  .object({
    id: z.string(),
    text: z.string().optional(),
    turns: z.array(z.string()).min(2).optional(),
    at: z.string(),
    kind: z.enum(kinds),
    expect: z.enum(['code', 'day', 'office', 'place', 'own']),
    code: z.array(z.string()).default([]),
    must: z.array(factSchema).default([]),
  })
  .refine(({ text, turns }) => (text === undefined) !== (turns === undefined), 'either text or turns');
type Item = z.infer<typeof item>;

const ownStatuses: readonly string[] = ['answered', 'partial', 'login-required', 'dossier', 'clarify'];
const namesNone = ({ codes, options }: AnswerLine) => codes.length === 0 && options.every(({ code }) => !code);

function isRight({ expect, code, kind }: Item, answer: AnswerLine): boolean {
  const { status, codes, options } = answer;
  switch (expect) {
    case 'code': {
      const right = (one: string | undefined) => one !== undefined && code.includes(one);
      if (givesAnswer(answer) || status === 'declined-other-level') return right(codes[0]);
      return (
        (kind === 'near' || code.length > 1) && status === 'clarify' && options.some((option) => right(option.code))
      );
    }
    case 'day':
    case 'office':
      return givesAnswer(answer) && namesNone(answer);
    case 'place':
      return ['place', 'clarify'].includes(status) && namesNone(answer);
    case 'own':
      return ownStatuses.includes(status) && namesNone(answer);
  }
}

/** The day that is said back to who asked for its rule, when he named that year himself. */
const saidBack = (asked: string, answered: string): string[] =>
  [...answered.matchAll(/hỏi cho ([^,.]*?(\d{4}))[,.]/gu)].flatMap(([, day = '', year = '']) =>
    asked.includes(year) ? [day] : [],
  );

export const aroundSet = questionSet({
  name: 'around',
  item,
  checks: {
    right: { label: 'taken by what it means', better: 'high' },
    facts: { label: 'every fact present', better: 'high' },
  },
  group: ({ kind }) => kind,
  ask: ({ text, turns, at }) => ({ ...(turns ? { turns } : { text: text ?? '' }), at }),
  quotes: ({ text, turns }, answer) => saidBack(text ?? turns?.join(' ') ?? '', answer.text),
  judge: (one, answer) => [
    {
      answer,
      checks: { right: isRight(one, answer), facts: allPresent(one.must, missing(answer.text, one.must)) },
    },
  ],
});
