/** What the caller said: a wish about the call itself, an answer to what was asked, or a question. */
import { callWishIn } from '../../bot/index.ts';
import { again, question, tell } from './ask-assistant.ts';
import type { CallEvent } from './call.ts';
import type { CallState, Step } from './call-state.ts';
import { type CallTalk, hangUp } from './call-talk.ts';
import { leaveChecklist, sendChecklist } from './leave-checklist.ts';
import { missed } from './missed.ts';
import { keepCallBack, wantCallBack } from './put-through.ts';

type Spoken = Extract<CallEvent, { kind: 'speech' }>;

/** What a bare yes or no answers. */
const askedYesOrNo: ReadonlySet<CallState['awaits']> = new Set(['more', 'call-back', 'is-number', 'else']);

export async function hear(talk: CallTalk, state: CallState, event: Spoken): Promise<Step> {
  const { text } = event;
  if (text.trim() === '') return missed(talk, state, event);
  const wish = callWishIn(text, askedYesOrNo.has(state.awaits));
  switch (wish) {
    case 'again':
      return again(talk, state);
    case 'slower':
      return again(talk, { ...state, rate: 'slow' });
    case 'keep':
      return leaveChecklist(talk, state, event);
    case 'zalo':
      return sendChecklist(talk, state, event);
    case 'end':
      return hangUp(state, [talk.say(state, 'call.goodbye')]);
    case 'more':
    case 'enough':
      return answer(talk, state, { event, yes: wish === 'more' });
    default:
      return question(talk, state, { event, text });
  }
}

export interface YesOrNo {
  readonly event: CallEvent;
  readonly yes: boolean;
}

/** By word or key, to what was asked last. */
export function answer(talk: CallTalk, state: CallState, { event, yes }: YesOrNo): Step | Promise<Step> {
  const goodbye = () => hangUp(state, [talk.say(state, 'call.goodbye')]);
  switch (state.awaits) {
    case 'call-back':
      return yes ? wantCallBack(talk, state, event) : goodbye();
    case 'is-number':
      return yes
        ? keepCallBack(talk, state, { event, number: state.pressed })
        : wantCallBack(talk, { ...state, pressed: '' }, { ...event, from: null });
    case 'else':
      return yes ? again(talk, { ...state, last: [talk.say(state, 'call.ask')], awaits: 'question' }) : goodbye();
    default:
      return tell(talk, yes ? state : { ...state, pages: [], options: [] });
  }
}
