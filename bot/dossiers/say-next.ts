/** What is to be done now, by what the dossier waits for. */
import type { Block } from '../answer.ts';
import { dong } from '../say/money-and-time.ts';
import type { KeptDossier } from './dossier-desk.ts';
import { sayMissing } from './say-missing.ts';
import { say, type Telling } from './telling.ts';

export function sayNext(telling: Telling): Block[] {
  const { dossier } = telling.reading;
  switch (dossier.status) {
    case 'needs-papers':
      return sayMissing(telling);
    case 'needs-payment':
      return [sayFee(telling)];
    case 'ready':
      return sayCollect(telling);
    case 'returned':
    case 'refused':
      return sayRefusal(telling);
    default:
      return (dossier.missing ?? []).length > 0 ? sayMissing(telling) : [];
  }
}

/** The reason as the record has it, and what can be done. */
export function sayRefusal(telling: Telling): Block[] {
  const { reading, speech } = telling;
  const { returnReason, missing, status } = reading.dossier;
  const lacks = (missing ?? []).length > 0;
  return [
    returnReason
      ? say(speech.say('filed.returnReason', { reason: asSentence(returnReason) }))
      : reading.whole || lacks
        ? say(speech.say('filed.returnUnknown'))
        : null,
    ...(lacks ? sayMissing(telling) : []),
    status === 'returned' && lacks ? say(speech.say('filed.returnNext')) : null,
    status === 'refused' ? say(speech.say('filed.refusedNext')) : null,
  ].filter((block) => block !== null);
}

const asSentence = (text: string) => `${text.trim().replace(/[.\s]+$/, '')}.`;

/** Where to collect the result, and what to bring. */
export function sayCollect({ reading, speech }: Telling): Block[] {
  const { result, status } = reading.dossier;
  const place = result?.collectAt ?? null;
  return [
    ...(status === 'ready' || status === 'collected' ? [] : [say(speech.say('filed.notReady'))]),
    ...(result?.name ? [say(speech.say('filed.result', { name: result.name }))] : []),
    say(place === null ? speech.say('filed.collectAtUnknown') : speech.say('filed.collectAt', { place })),
    say(speech.say('filed.collectBring')),
    ...(result?.electronic ? [say(speech.say('filed.collectElectronic'))] : []),
  ];
}

/** What is known of the money; unknown is said as unknown. */
export function sayFee({ reading, speech }: Telling): Block {
  const { fee } = reading.dossier;
  return say(speech.say(feeKey(fee), { amount: dong(fee?.dong ?? 0) }));
}

function feeKey(fee: KeptDossier['fee']): string {
  if (fee === null || (fee.dong === null && fee.paid !== false)) return 'filed.feeUnknown';
  if (fee.dong === null) return 'filed.feeAmountUnknown';
  if (fee.dong === 0) return 'filed.feeNothing';
  if (fee.paid === null) return 'filed.feeUnpaidUnknown';
  return fee.paid ? 'filed.feePaid' : 'filed.feeDue';
}
