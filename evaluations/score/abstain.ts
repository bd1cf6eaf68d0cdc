/** Questions to decline, each in the way of its kind. */
import { z } from 'zod';
import type { AnswerLine } from '../answer-line.ts';
import { isDeclined, type Knowing, questionSet } from './question-set.ts';

const kinds = ['absent', 'other-level', 'out-of-scope', 'advice'] as const;
const item = z.object({ id: z.string(), text: z.string(), kind: z.enum(kinds), pointTo: z.string().optional() });

/** `absent` may also be a card's partial answer: who handles it, and nothing of a full guide. */
function asItsKind(kind: (typeof kinds)[number], { status, codes }: AnswerLine, knowing: Knowing): boolean {
  switch (kind) {
    case 'absent':
      return status === 'declined-absent' || (status === 'partial' && !codes.some((code) => knowing.isFullGuide(code)));
    case 'other-level':
      return status === 'declined-other-level';
    case 'out-of-scope':
    case 'advice':
      return status === 'declined-out-of-scope';
  }
}

export const abstainSet = questionSet({
  name: 'abstain',
  item,
  checks: {
    right: { label: 'declined as its kind asks', better: 'high' },
    declined: { label: 'declined in any way', better: 'high' },
    answered: { label: 'answered from a full guide all the same', better: 'low' },
    pointed: { label: 'names the procedure to go for', better: 'high' },
  },
  group: ({ kind }) => kind,
  ask: ({ text }) => ({ text }),
  judge: ({ kind, pointTo }, answer, knowing) => {
    const wanted = pointTo?.match(/\b\d\.\d{6}\b/)?.[0];
    return [
      {
        answer,
        checks: {
          right: asItsKind(kind, answer, knowing),
          declined: isDeclined(answer),
          answered:
            ['answered', 'partial'].includes(answer.status) && answer.codes.some((code) => knowing.isFullGuide(code)),
          pointed: wanted === undefined ? null : answer.codes.includes(wanted) || answer.text.includes(wanted),
        },
      },
    ];
  },
});
