/** Gives the number at once when a life is in danger: the one thing said even while an officer owns the conversation. */

import type { Answer } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import type { Step, Turn } from '../step.ts';
import { type EmergencyKind, emergencyIn, numberOf, stillInDanger } from '../understand/emergency.ts';
import { wordingOf } from '../understand/wording.ts';

const textKey: Partial<Record<EmergencyKind, string>> = {
  'self-harm': 'emergency.self-harm',
  violence: 'emergency.violence',
};

export const answerEmergency = (): Step => ({
  name: 'answer-emergency',
  run(turn) {
    const wording = wordingOf(turn.text);
    const kind = emergencyIn(wording);
    if (kind) return { answer: alarm(turn, textKey[kind] ?? `emergency.${numberOf[kind]}`, numberOf[kind]) };
    const number = turn.memory.emergency;
    if (number && stillInDanger(wording)) return { answer: alarm(turn, 'emergency.still', number) };
    return { next: turn };
  },
});

const alarm = (turn: Turn, key: string, number: string): Answer =>
  makeAnswer(
    'emergency',
    [
      { kind: 'warning', text: turn.speech.say(key, { number }) },
      { kind: 'say', text: turn.speech.say('emergency.stay') },
    ],
    { options: [{ text: number, send: `tel:${number}` }], handOffReason: 'emergency' },
  );
