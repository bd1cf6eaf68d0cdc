/** To a person: put through while somebody is there, else a call back. */
import { type Answer, sayMoment } from '../../bot/index.ts';
import type { Utterance } from '../speech/speak-answer.ts';
import type { CallEvent } from './call.ts';
import { threadOf } from './call-memory.ts';
import type { CallState, Step } from './call-state.ts';
import { ask, type CallTalk, hangUp, wordsOf } from './call-talk.ts';

const ringSeconds = 25;
/** What a key stands for, in words that the assistant hears. */
const wantsPerson = 'cho tôi gặp cán bộ';

/** The caller pressed 0, or was not understood too often. @param wanting.first said before anything else. */
export const wantPerson = async (
  talk: CallTalk,
  state: CallState,
  { event, first = [] }: { readonly event: CallEvent; readonly first?: readonly Utterance[] },
): Promise<Step> => {
  const answer = await talk.turnOf(event, wantsPerson);
  return answer.blocks.length === 0
    ? toOwner(talk, state, { event, answer })
    : putThrough(talk, state, { event, first, answer });
};

export interface HandingOver {
  readonly event: CallEvent;
  /** What the assistant said: the hand-off is open. */
  readonly answer: Answer;
  readonly first?: readonly Utterance[];
}

/** What was begun with the bot is over: the next words are for a person, or about him. */
const settled = (state: CallState): CallState => ({ ...state, pages: [], options: [], misses: 0, pressed: '' });

export function putThrough(talk: CallTalk, before: CallState, { event, answer, first = [] }: HandingOver): Step {
  const state = settled(before);
  // Who asked for a person is put through, and not told first that he asked.
  const words = answer.handOffReason === 'citizen-asked' ? first : [...first, ...wordsOf(talk.pagesOf(answer))];
  const { officers, isOpen, opensAt } = talk.lineOf(event.to);
  if (!isOpen(event.at)) {
    const when = opensAt(event.at);
    const hours = when ? talk.say(state, 'call.closedUntil', { when: inWords(when) }) : talk.say(state, 'call.closed');
    return askCallBack(talk, state, [...words, hours]);
  }
  if (officers === null || state.triedPerson)
    return askCallBack(talk, state, [...words, talk.say(state, 'call.noOfficer')]);
  return ringAt(talk, state, { officers, first: words });
}

/** Rings the office. @param first said before «xin chờ máy». */
export function ringAt(
  talk: CallTalk,
  state: CallState,
  { officers, first }: { readonly officers: string; readonly first: readonly Utterance[] },
): Step {
  const say = [...first, talk.say(state, 'call.putThrough')];
  return {
    state: { ...state, triedPerson: true, last: say },
    action: {
      do: 'transfer',
      say,
      rate: state.rate,
      to: officers,
      ringSeconds,
      whisper: [talk.say(state, 'call.whisper')],
    },
  };
}

/** An officer took the talk in the console while the caller was with us, and the assistant is silent: they are brought together. */
export async function toOwner(talk: CallTalk, state: CallState, { event, answer }: HandingOver): Promise<Step> {
  await talk.desk?.tell(onPhone(event), 'ringing');
  return putThrough(talk, { ...state, triedPerson: false }, { event, answer, first: [talk.say(state, 'call.taken')] });
}

/** @param say before the question. */
export const askCallBack = (talk: CallTalk, state: CallState, say: readonly Utterance[]): Step =>
  ask(talk, state, { say: [...say, talk.say(state, 'call.callBack')], awaits: 'call-back' });

/** They have talked and the officer has hung up; or nobody took the call. */
export async function afterTransfer(talk: CallTalk, state: CallState, event: Transferred): Promise<Step> {
  const talked = event.outcome === 'answered';
  await talk.desk?.tell(onPhone(event), talked ? 'talked' : 'missed');
  if (talked)
    return ask(
      talk,
      { ...settled(state), triedPerson: false },
      { say: [talk.say(state, 'call.back')], awaits: 'else' },
    );
  return askCallBack(talk, settled(state), [talk.say(state, 'call.noOfficer')]);
}

type Transferred = Extract<CallEvent, { kind: 'transfer-result' }>;

const onPhone = (event: CallEvent) => ({ conversationId: threadOf(event), at: event.at });

/** At the number that called; one that hides it is asked for one. */
export const wantCallBack = (talk: CallTalk, state: CallState, event: CallEvent): Step | Promise<Step> =>
  event.from === null
    ? ask(talk, { ...state, misses: 0 }, { say: [talk.say(state, 'call.number')], awaits: 'number' })
    : keepCallBack(talk, state, { event, number: event.from });

/** A number as it is pressed: read back, as one wrong figure would call a stranger. */
export function takeNumber(talk: CallTalk, state: CallState, digits: string): Step | null {
  if (!/^0\d{9,10}$/.test(digits)) return null;
  const number = digits.replace(/(\d{4})(\d{3})(\d+)/, '$1 $2 $3');
  const next = { ...state, misses: 0, pressed: digits };
  return ask(talk, next, { say: [sensitive(talk.say(state, 'call.isNumber', { number }))], awaits: 'is-number' });
}

const inWords = (at: Date): string => sayMoment(at, { locale: 'vi' });

const sensitive = (utterance: Utterance): Utterance => ({ ...utterance, sensitive: true });

export async function keepCallBack(
  talk: CallTalk,
  state: CallState,
  { event, number }: { readonly event: CallEvent; readonly number: string },
): Promise<Step> {
  const said = talk.say(state, 'call.callBack').text;
  const kept = (await talk.desk?.callBack(onPhone(event), { number, said })) ?? false;
  const when = talk.lineOf(event.to).opensAt(event.at);
  const words = !kept
    ? talk.say(state, 'call.notKept')
    : when === null
      ? talk.say(state, 'call.willCall')
      : talk.say(state, 'call.willCallWhen', { when: inWords(when) });
  return hangUp({ ...state, pressed: '' }, [words, talk.say(state, 'call.goodbye')]);
}
