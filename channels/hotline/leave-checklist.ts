/** The papers of what was just told, to be fetched by a short code or sent: an ear keeps no list. */
import { readDigits } from '../speech/read-number.ts';
import type { CallEvent } from './call.ts';
import { threadOf } from './call-memory.ts';
import type { CallState, Step } from './call-state.ts';
import { ask, type CallTalk } from './call-talk.ts';

export async function leaveChecklist(talk: CallTalk, state: CallState, event: CallEvent): Promise<Step> {
  const { unit } = talk.lineOf(event.to);
  const next = { ...state, misses: 0 };
  if (talk.leaveChecklist === null) return ask(talk, next, { say: [talk.say(state, 'call.noList')], awaits: 'else' });
  if (state.papersOf === null)
    return ask(talk, next, { say: [talk.say(state, 'call.listOfWhat')], awaits: 'question' });
  const figures = await talk.leaveChecklist({ code: state.papersOf, unit, at: event.at });
  const words =
    figures === null ? talk.say(state, 'call.noList') : talk.say(state, 'call.list', { code: inPairs(figures) });
  return ask(talk, next, { say: [words, talk.say(state, 'call.else')], awaits: 'else' });
}

/** Into the Zalo of whoever proved in this call who he is; to a number, never. Where that is not so the code is offered. */
export async function sendChecklist(talk: CallTalk, state: CallState, event: CallEvent): Promise<Step> {
  const next = { ...state, misses: 0 };
  if (state.papersOf === null)
    return ask(talk, next, { say: [talk.say(state, 'call.listOfWhat')], awaits: 'question' });
  const wish = { procedure: state.papersOf, unit: talk.lineOf(event.to).unit, at: event.at };
  const sent = (await talk.sendChecklist?.({ ...wish, conversationId: threadOf(event) })) ?? false;
  const words = talk.say(state, sent ? 'call.listSent' : 'call.zaloNot');
  return ask(talk, next, { say: sent ? [words, talk.say(state, 'call.else')] : [words], awaits: 'else' });
}

/** `48210937`: two by two, as an ear keeps them. */
const inPairs = (figures: string): string => (figures.match(/.{1,2}/g) ?? []).map(readDigits).join(', ');
