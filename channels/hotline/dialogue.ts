/** What is said to each event of a call. Knows no provider; what it says is the same assistant's. */
import { menuOfAll } from './ask-assistant.ts';
import type { CallEvent } from './call.ts';
import { type CallState, freshCall, type Step } from './call-state.ts';
import { ask, type CallTalk, hangUp } from './call-talk.ts';
import { hear } from './hear.ts';
import { missed } from './missed.ts';
import { press } from './press.ts';
import { afterTransfer, wantPerson } from './put-through.ts';

/** What comes of one event. @param before `null` when nothing is remembered of the call. */
export async function stepOf(talk: CallTalk, before: CallState | null, event: CallEvent): Promise<Step> {
  const state = before ?? freshCall;
  switch (event.kind) {
    case 'started':
      return greet(talk, state, event);
    case 'speech':
      return hear(talk, { ...state, callsSelf: talk.callsSelfIn(event.text, state.callsSelf) }, event);
    case 'digits':
      return press(talk, state, event);
    case 'transfer-result':
      return afterTransfer(talk, state, event);
    case 'ended':
      return hangUp(state, []);
    default:
      return missed(talk, state, event);
  }
}

/** Who speaks, that it is a machine, that the call is kept, that 0 is a person; then the question. */
function greet(talk: CallTalk, state: CallState, event: CallEvent): Step | Promise<Step> {
  const { name, unit, isOpen } = talk.lineOf(event.to);
  const who = name ? talk.say(state, 'call.greeting', { name }) : talk.say(state, 'call.greetingNoName');
  if (talk.isOff(unit, event.at)) return wantPerson(talk, state, { event, first: [who, talk.say(state, 'call.off')] });
  const zero = talk.say(state, isOpen(event.at) ? 'call.person' : 'call.personLater');
  const first = [who, talk.say(state, 'call.recorded'), zero];
  if (event.keysOnly) return menuOfAll(talk, state, [...first, talk.say(state, 'call.keysOnly')]);
  const say = [...first, talk.say(state, 'call.ask')];
  return ask(talk, state, { say, awaits: 'question' });
}
