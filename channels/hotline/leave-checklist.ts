/** The papers of what was just told, to be fetched by a short code: an ear keeps no list. */
import { inGroups } from '../../bot/index.ts';
import type { CallEvent } from './call.ts';
import type { CallState, Step } from './call-state.ts';
import { ask, type CallTalk } from './call-talk.ts';

export async function leaveChecklist(talk: CallTalk, state: CallState, event: CallEvent): Promise<Step> {
  const { unit } = talk.lineOf(event.to);
  const next = { ...state, misses: 0 };
  if (talk.leaveChecklist === null) return ask(talk, next, { say: [talk.say(state, 'call.noList')], awaits: 'else' });
  if (state.papersOf === null)
    return ask(talk, next, { say: [talk.say(state, 'call.listOfWhat')], awaits: 'question' });
  const shortCode = await talk.leaveChecklist({ code: state.papersOf, unit });
  const words =
    shortCode === null ? talk.say(state, 'call.noList') : talk.say(state, 'call.list', { code: inGroups(shortCode) });
  return ask(talk, next, { say: [words, talk.say(state, 'call.else')], awaits: 'else' });
}
