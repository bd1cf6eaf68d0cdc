/** Questions that several procedures answer: the bot has to ask back with the right ones to choose from. */
import { z } from 'zod';
import { givesAnswer, questionSet } from './question-set.ts';

const item = z.object({ id: z.string(), text: z.string(), options: z.array(z.string()).min(2) });

/** How many of `codes` stand among the answer's chips. */
export const offered = (options: readonly { readonly code?: string | undefined }[], codes: readonly string[]): number =>
  new Set(options.flatMap(({ code }) => (code !== undefined && codes.includes(code) ? [code] : []))).size;

export const clarifySet = questionSet({
  name: 'clarify',
  item,
  checks: {
    right: { label: 'asked back with two right options or more', better: 'high' },
    askedBack: { label: 'asked back', better: 'high' },
    guessed: { label: 'answered one of them unasked', better: 'low' },
  },
  group: () => 'all',
  ask: ({ text }) => ({ text }),
  judge: ({ options }, answer) => {
    const askedBack = answer.status === 'clarify';
    return [
      {
        answer,
        checks: { right: askedBack && offered(answer.options, options) >= 2, askedBack, guessed: givesAnswer(answer) },
      },
    ];
  },
});
