/** One message that asks about several procedures. */
import { z } from 'zod';
import { questionSet } from './question-set.ts';

const item = z.object({ id: z.string(), text: z.string(), codes: z.array(z.string()).min(2) });

export const multiSet = questionSet({
  name: 'multi',
  item,
  checks: {
    all: { label: 'all procedures answered', better: 'high' },
    some: { label: 'at least one of them', better: 'high' },
  },
  group: () => 'all',
  ask: ({ text }) => ({ text }),
  judge: ({ codes }, answer) => {
    const found = codes.filter((code) => answer.codes.includes(code));
    return [{ answer, checks: { all: found.length === codes.length, some: found.length > 0 } }];
  },
});
