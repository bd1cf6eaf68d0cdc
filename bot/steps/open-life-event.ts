/** Opens what happened in a family as an ordered list of procedures, with a word of sympathy or joy first. */

import { factsOf } from '../library.ts';
import { makeAnswer } from '../make-answer.ts';
import { lowerFirst, upperFirst } from '../say/money-and-time.ts';
import type { Step } from '../step.ts';
import type { Tools } from '../tools.ts';
import { lifeEventIn } from '../understand/life-event.ts';
import { wordingOf } from '../understand/wording.ts';

export const openLifeEvent = ({ events, library }: Pick<Tools, 'events' | 'library'>): Step => ({
  name: 'open-life-event',
  run(turn) {
    const found = lifeEventIn(wordingOf(turn.text));
    const event = events.find(({ id }) => id === found?.id);
    if (!found || !event) return { next: turn };
    if (!found.asked) return { next: { ...turn, opening: event.opening } };
    const steps = event.steps.flatMap(({ code, why }) => {
      const entry = library.find(code);
      return entry ? [{ code, why, title: factsOf(entry).plainTitle }] : [];
    });
    return {
      answer: makeAnswer(
        'clarify',
        [
          ...(event.opening ? [{ kind: 'say' as const, text: `Dạ, ${lowerFirst(event.opening)}` }] : []),
          {
            kind: 'list',
            label: turn.speech.say('event.order'),
            items: steps.map(({ title, why }) => `${upperFirst(title)}: ${why}`),
            ordered: true,
          },
          { kind: 'say', text: turn.speech.say('event.ask') },
        ],
        {
          codes: steps.map(({ code }) => code),
          options: steps.slice(0, 5).map(({ code, title }) => ({ code, text: title, send: title })),
        },
      ),
    };
  },
});
