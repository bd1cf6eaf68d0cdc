/** What the caller pressed: 0 a person, * again, # the end; figures where they are waited for; else a choice. */
import { again, question } from './ask-assistant.ts';
import type { CallEvent } from './call.ts';
import { type CallState, figuresOf, type Step } from './call-state.ts';
import { type CallTalk, hangUp } from './call-talk.ts';
import { answer } from './hear.ts';
import { leaveChecklist, sendChecklist } from './leave-checklist.ts';
import { missed } from './missed.ts';
import { takeNumber, wantPerson } from './put-through.ts';
import { takeBirthDate, takeLastSix } from './take-facts.ts';

type Pressed = Extract<CallEvent, { kind: 'digits' }>;

export async function press(talk: CallTalk, state: CallState, event: Pressed): Promise<Step> {
  const digits = event.digits.length > 1 ? event.digits.replace(/#$/, '') : event.digits;
  if (digits === '*') return again(talk, state);
  if (digits === '0') return wantPerson(talk, state, { event });
  if (digits === '#') return hangUp(state, [talk.say(state, 'call.goodbye')]);
  if (figuresOf[state.awaits] !== undefined) return figures(talk, state, { event, digits });
  if (digits.length > 1) return question(talk, state, { event, text: digits });
  return choose(talk, state, { event, digits });
}

interface Given {
  readonly event: Pressed;
  readonly digits: string;
}

async function figures(talk: CallTalk, state: CallState, { event, digits }: Given): Promise<Step> {
  switch (state.awaits) {
    case 'number':
      return takeNumber(talk, state, digits) ?? missed(talk, state, event);
    case 'last-six':
      return takeLastSix(talk, state, digits) ?? missed(talk, state, event);
    case 'birth-date':
      return (await takeBirthDate(talk, state, { event, digits })) ?? missed(talk, state, event);
    default:
      return question(talk, state, { event, text: digits });
  }
}

/** Beyond any menu. */
const listKey = '9';
const zaloKey = '8';

function choose(talk: CallTalk, state: CallState, { event, digits }: Given): Step | Promise<Step> {
  const chosen = state.awaits === 'menu' ? state.options[Number(digits) - 1] : undefined;
  if (chosen) return question(talk, state, { event, text: chosen.send });
  if (digits === listKey && state.papersOf !== null) return leaveChecklist(talk, state, event);
  if (digits === zaloKey && state.papersOf !== null) return sendChecklist(talk, state, event);
  const asksYesOrNo = state.awaits === 'more' || state.awaits === 'call-back' || state.awaits === 'is-number';
  if (asksYesOrNo && (digits === '1' || digits === '2')) return answer(talk, state, { event, yes: digits === '1' });
  return missed(talk, state, event);
}
