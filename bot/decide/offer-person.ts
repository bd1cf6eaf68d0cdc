/** Where nothing answers and the message may have asked for a person: calls one, or asks whether to. */
import type { Answer } from '../answer.ts';
import { sayOnly } from '../make-answer.ts';
import type { Turn } from '../step.ts';
import { handedOff } from '../steps/hand-over.ts';
import type { Tools } from '../tools.ts';
import { personWishIn } from '../understand/person-wish.ts';
import { wordingOf } from '../understand/wording.ts';

/** @param otherwise what is said when no person seems wanted. Nobody is asked the same twice running. */
export function offerPerson(turn: Turn, otherwise: Answer, tools: Pick<Tools, 'units'>): Answer {
  if (turn.suspect || otherwise.status === 'handed-off') return otherwise;
  const wording = wordingOf(turn.text);
  const wish = personWishIn(wording, 'nothingFound');
  if (wish) return handedOff(turn, wish, tools);
  if (turn.memory.asks === 'person' || !personWishIn(wording, 'asking')) return otherwise;
  const { say } = turn.speech;
  const options = [{ text: say('meetPerson.chip'), send: say('meetPerson.send') }];
  return sayOnly(turn, 'clarify', 'meetPerson.ask', {}, { asks: 'person', options });
}
