/** Something of ours broke: asks to say it again; the second time in a row a person, or where to go. */
import type { CallEvent } from './call.ts';
import { type CallState, freshCall, type Step } from './call-state.ts';
import { ask, type CallTalk, hangUp } from './call-talk.ts';
import { ringAt } from './put-through.ts';

/** @param failures in a row, this one among them. */
export function sorryStep(
  talk: CallTalk,
  before: CallState | null,
  told: { readonly event: CallEvent; readonly failures: number },
): Step {
  const { event, failures } = told;
  const state: CallState = { ...(before ?? freshCall), failures };
  if (failures < 2) return ask(talk, state, { say: [talk.say(state, 'call.broken')], awaits: state.awaits });
  const { officers, isOpen } = talk.lineOf(event.to);
  const sorry = talk.say(state, 'call.brokenAgain');
  if (officers === null || !isOpen(event.at) || state.triedPerson)
    return hangUp(state, [sorry, talk.say(state, 'call.brokenEnd')]);
  return ringAt(talk, state, { officers, first: [sorry] });
}
