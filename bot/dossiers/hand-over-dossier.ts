/** What a person has to look at: what to keep as evidence, what the record says, and where a person is. */
import type { Answer, Block } from '../answer.ts';
import type { Desk } from '../desk.ts';
import type { Library } from '../library.ts';
import { makeAnswer } from '../make-answer.ts';
import { whereToGo } from '../say/desk-text.ts';
import { dong } from '../say/money-and-time.ts';
import type { Speech } from '../texts/speech.ts';
import type { DossierTopic } from '../understand/dossier-topic.ts';
import type { DossierReading } from './dossier-desk.ts';
import { saySource, titleOf } from './say-dossier.ts';
import { say } from './telling.ts';

export interface HandingOver {
  readonly topic: DossierTopic;
  readonly speech: Speech;
  readonly desk: Desk | null;
  readonly library: Library;
  /** The moment of asking. */
  readonly at: Date;
}

/** @param reading the dossier it is about; `null` when that is not known. Never asks to pay or to file again. */
export function handOverDossier(reading: DossierReading | null, handing: HandingOver): Answer {
  const { topic, speech, desk, library } = handing;
  const payment = topic === 'unrecorded-payment';
  const blocks: Block[] = [
    ...(reading ? [{ kind: 'title' as const, text: titleOf(reading.dossier, { speech, library }) }] : []),
    say(speech.say(payment ? 'filed.unrecorded' : 'filed.wrongResult')),
    ...(reading?.whole && payment ? sayRecord(reading, speech) : []),
    { kind: 'say', text: whereToGo(desk, speech), role: 'unless-handed-over' },
    { kind: 'note', text: speech.say('handoff.notYet'), role: 'unless-handed-over' },
    ...(reading ? [{ kind: 'note' as const, text: saySource(reading, handing) }] : []),
  ];
  return makeAnswer('handed-off', blocks, {
    handOffReason: 'dossier-disputed',
    ...(reading ? { dossiers: { current: reading.id, offered: null } } : {}),
  });
}

/** What the record says of the money; nothing where it says nothing. */
function sayRecord({ dossier: { fee } }: DossierReading, speech: Speech): Block[] {
  if (fee === null || fee.paid === null) return [];
  if (!fee.paid) return [say(speech.say('filed.recordedUnpaid'))];
  return fee.dong === null ? [] : [say(speech.say('filed.recordedPaid', { amount: dong(fee.dong) }))];
}
