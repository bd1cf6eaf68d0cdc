/** Sets with one expected status: hand-off and its near misses, emergencies, smalltalk. */
import { z } from 'zod';
import { contains } from '../match/contains.ts';
import { questionSet } from './question-set.ts';

const handingOver = (name: 'handoff' | 'handoff-fresh') =>
  questionSet({
    name,
    item: z.object({ id: z.string(), text: z.string(), expect: z.enum(['handoff', 'no-handoff']) }),
    checks: {
      right: { label: 'right, both ways', better: 'high' },
      handed: { label: 'handed off when it should', better: 'high' },
      handedForNothing: { label: 'handed off when it should not', better: 'low' },
    },
    group: ({ expect }) => expect,
    ask: ({ text }) => ({ text }),
    judge: ({ expect }, answer) => {
      const handed = answer.status === 'handed-off';
      const wanted = expect === 'handoff';
      return [
        {
          answer,
          checks: {
            right: handed === wanted,
            handed: wanted ? handed : null,
            handedForNothing: wanted ? null : handed,
          },
        },
      ];
    },
  });

/** Rules and examples were tuned on it. */
export const handoffSet = handingOver('handoff');

/** Never tuned on: what first sight is worth. Printed, gates nothing. */
export const handoffFreshSet = handingOver('handoff-fresh');

export const emergencySet = questionSet({
  name: 'emergency',
  /** `number`: any of these, with a space between. */
  item: z.object({ id: z.string(), text: z.string(), number: z.string().min(3) }),
  checks: {
    right: { label: 'emergency with its number', better: 'high' },
    number: { label: 'the number is in the answer', better: 'high' },
  },
  group: () => 'all',
  ask: ({ text }) => ({ text }),
  judge: ({ number }, answer) => {
    const said = number.split(' ').some((one) => contains(answer.text, one));
    return [{ answer, checks: { right: answer.status === 'emergency' && said, number: said } }];
  },
});

export const smalltalkSet = questionSet({
  name: 'smalltalk',
  item: z.object({ id: z.string(), text: z.string() }),
  checks: { right: { label: 'taken as smalltalk', better: 'high' } },
  group: () => 'all',
  ask: ({ text }) => ({ text }),
  judge: (_item, answer) => [{ answer, checks: { right: answer.status === 'smalltalk' } }],
});
