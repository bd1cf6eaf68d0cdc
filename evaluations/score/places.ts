/** Which commune an old address belongs to since 1 July 2025. */
import { z } from 'zod';
import { missing } from '../match/contains.ts';
import { questionSet } from './question-set.ts';

const item = z.object({
  id: z.string(),
  text: z.string(),
  /** Names of the communes it may be; [] where there are too many and the bot has to ask for the district or province. */
  expect: z.array(z.string()),
  ambiguous: z.boolean(),
  kind: z.string(),
});

export const placesSet = questionSet({
  name: 'places',
  item,
  checks: {
    right: { label: 'right commune, or all it may be, or asked back', better: 'high' },
    one: { label: 'unambiguous: names the commune', better: 'high' },
    several: { label: 'split or district: names every one, or asks back', better: 'high' },
    asked: { label: 'too many of that name: asks back', better: 'high' },
  },
  group: ({ kind }) => kind,
  ask: ({ text }) => ({ text }),
  quotes: ({ text, expect }) => [text, expect],
  judge: ({ expect, ambiguous }, answer) => {
    const said = [answer.text, ...answer.options.map(({ text }) => text)].join('\n');
    const placeOrAsked = answer.status === 'place' || answer.status === 'clarify';
    const all = placeOrAsked && missing(said, expect).length === 0;
    const asks = answer.status === 'clarify' || (answer.status === 'place' && /\?/.test(answer.text));
    const tooMany = expect.length === 0;
    const right = tooMany ? asks : ambiguous ? all || answer.status === 'clarify' : answer.status === 'place' && all;
    return [
      {
        answer,
        checks: {
          right,
          one: ambiguous ? null : right,
          several: ambiguous && !tooMany ? right : null,
          asked: tooMany ? right : null,
        },
      },
    ];
  },
});
