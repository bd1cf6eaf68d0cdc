/** To a person: put through while somebody is there, else a call back. */
import type { Answer } from '../../bot/index.ts';
import type { CallEvent } from './call.ts';
import type { CallState, Step } from './call-state.ts';
import { ask, type CallTalk, hangUp, wordsOf } from './call-talk.ts';

export const ringSeconds = 25;

/** What a key stands for, in words that the assistant hears. */
const wantsPerson = 'cho tôi gặp cán bộ';
const wantsCall = 'gọi lại cho tôi số';

/** The caller pressed 0, or was not understood too often. */
export const wantPerson = async (talk: CallTalk, state: CallState, event: CallEvent): Promise<Step> =>
  putThrough(talk, state, { event, answer: await talk.turnOf(event, wantsPerson) });

export interface HandingOver {
  readonly event: CallEvent;
  /** What the assistant said: the hand-off is open, with its code. */
  readonly answer: Answer;
}

export function putThrough(talk: CallTalk, state: CallState, { event, answer }: HandingOver): Step {
  const words = wordsOf(talk.pagesOf(answer));
  const settled = { ...state, pages: [], options: [], misses: 0 };
  const { officers, isOpen } = talk.lineOf(event.to);
  if (officers === null || !isOpen(event.at) || state.triedPerson)
    return ask(talk, settled, { say: [...words, talk.say('call.callBack')], awaits: 'call-back' });
  return {
    state: { ...settled, triedPerson: true, last: words },
    action: {
      do: 'transfer',
      say: [talk.say('call.putThrough')],
      rate: state.rate,
      to: officers,
      ringSeconds,
      whisper: [talk.say('call.whisper')],
    },
  };
}

/** Nobody took the call. */
export const noOfficer = (talk: CallTalk, state: CallState): Step =>
  ask(
    talk,
    { ...state, misses: 0 },
    { say: [talk.say('call.noOfficer'), talk.say('call.callBack')], awaits: 'call-back' },
  );

/** Keeps the number that called as the one to call back, only when he wants that. */
export async function callBack(
  talk: CallTalk,
  state: CallState,
  { event, wanted }: { readonly event: CallEvent; readonly wanted: boolean },
): Promise<Step> {
  if (!wanted || event.from === null) return hangUp(state, [talk.say('call.goodbye')]);
  const answer = await talk.turnOf(event, `${wantsCall} ${event.from}`);
  return hangUp(state, [...wordsOf(talk.pagesOf(answer)), talk.say('call.goodbye')]);
}
