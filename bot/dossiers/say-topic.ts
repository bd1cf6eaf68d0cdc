/** What was asked beside how far the dossier is. What its status already said is not said again. */
import type { Block } from '../answer.ts';
import { sayMissing } from './say-missing.ts';
import { sayCollect, sayFee, sayRefusal } from './say-next.ts';
import { say, type Telling } from './telling.ts';

export function sayTopic(telling: Telling): Block[] {
  const { reading, topic, speech } = telling;
  // What his rung does not show is unknown here: nothing is to be said of it.
  if (!reading.whole) return [];
  const { status } = reading.dossier;
  switch (topic) {
    case 'missing':
      return sayMissing(telling);
    case 'collect':
      return sayCollect(telling);
    case 'fee':
      return [sayFee(telling)];
    case 'returned':
      if (status === 'returned' || status === 'refused') return sayRefusal(telling);
      return reading.dossier.returnReason === null ? [] : [say(speech.say('filed.notReturned'))];
    case 'withdraw':
    case 'sharing':
    case 'notices':
    case 'contact':
      return [say(speech.say(`filed.${topic}`))];
    default:
      return [];
  }
}
