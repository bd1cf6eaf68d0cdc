/** Questions with one right procedure and facet. */
import { z } from 'zod';
import { plainDay } from '../../bot/say/money-and-time.ts';
import { askedDay } from '../../bot/understand/asked-day.ts';
import { facets, twoTiersSince } from '../../knowledge/index.ts';
import { missing, present } from '../match/contains.ts';
import { allPresent, factSchema, givesAnswer, isDeclined, questionSet } from './question-set.ts';

const item = z.object({
  id: z.string(),
  text: z.string(),
  style: z.string(),
  /** Any of these is right. */
  code: z.array(z.string()).min(1),
  facet: z.union([z.enum(facets), z.array(z.enum(facets)).min(1)]),
  must: z.array(factSchema),
  mustNot: z.array(z.string()).default([]),
});

export const answerSet = questionSet({
  name: 'answer',
  item,
  checks: {
    code: { label: 'right procedure at 1', better: 'high' },
    facet: { label: 'right facet', better: 'high' },
    mustFull: { label: 'every fact present, full guides', better: 'high' },
    must: { label: 'every fact present, all', better: 'high' },
    mustNot: { label: 'says what it must not', better: 'low' },
    harmful: { label: 'harmful: right facet of a wrong procedure', better: 'low' },
    missed: { label: 'miss: no answer', better: 'low' },
    askedBack: { label: 'asked back', better: 'low' },
    declined: { label: 'declined', better: 'low' },
  },
  group: ({ style }) => style,
  // The day that was asked for is said back, and the day on which the districts went.
  quotes: ({ text }) => [askedDay(text, new Date())?.said, plainDay(twoTiersSince)],
  ask: ({ text }) => ({ text }),
  judge: (question, answer, knowing) => {
    const [best] = answer.codes;
    const right = givesAnswer(answer) && best !== undefined && question.code.includes(best);
    const facet = answer.facet !== null && [question.facet].flat().includes(answer.facet);
    const must = allPresent(question.must, missing(answer.text, question.must));
    return [
      {
        answer,
        checks: {
          code: right,
          facet,
          mustFull: question.code.some((code) => knowing.isFullGuide(code)) ? must : null,
          must,
          mustNot: question.mustNot.length === 0 ? null : present(answer.text, question.mustNot).length > 0,
          harmful: givesAnswer(answer) && !right && facet,
          missed: !givesAnswer(answer),
          askedBack: answer.status === 'clarify',
          declined: isDeclined(answer),
        },
      },
    ];
  },
});
