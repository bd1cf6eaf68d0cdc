/** What was said, in order: pure functions over an immutable list. Each activity counts once, whichever way it came. */
import type { Answer } from '../../../bot/index.ts';
import type { WireActivity } from '../wire/direct-line.ts';

/** `waiting`: not sent yet. `refused`: the server will never take it. */
export type SendState = 'waiting' | 'sending' | 'sent' | 'refused';

export type Message =
  | {
      readonly kind: 'mine';
      /** The clientActivityID: the same on every try. */
      readonly key: string;
      readonly text: string;
      readonly state: SendState;
      readonly at: Date;
    }
  | {
      readonly kind: 'answer';
      readonly key: string;
      readonly turnId: string | null;
      readonly answer: Answer;
      /** To be said aloud; `null` where the server gave no words for that. */
      readonly speak: string | null;
      readonly at: Date;
    }
  | {
      readonly kind: 'said';
      readonly key: string;
      readonly text: string;
      readonly by: 'machine' | 'officer';
      /** Of the officer; `null`: not known. */
      readonly name: string | null;
      readonly pictures: readonly { readonly url: string; readonly alt: string }[];
      /** Chips of an answer that an officer let go out. */
      readonly options: Answer['options'];
      /** Not his words: he has come. */
      readonly joined: boolean;
      readonly at: Date;
    }
  | { readonly kind: 'renewed'; readonly key: string };

export interface Talk {
  readonly messages: readonly Message[];
  /** Ids of activities already taken in. */
  readonly seen: ReadonlySet<string>;
  /** An officer has the talk: the machine is silent, and nobody knows when he answers. */
  readonly withOfficer: boolean;
}

export const emptyTalk: Talk = { messages: [], seen: new Set(), withOfficer: false };

const add = (talk: Talk, message: Message): Talk => ({ ...talk, messages: [...talk.messages, message] });

export const ask = (talk: Talk, key: string, text: string, at: Date): Talk =>
  add(talk, { kind: 'mine', key, text, state: 'waiting', at });

/** Marks where another conversation begins: before what is still to be sent. */
export const renew = (talk: Talk, key: string): Talk => {
  const first = unsent(talk)[0];
  const at = first ? talk.messages.indexOf(first) : talk.messages.length;
  return { ...talk, messages: [...talk.messages.slice(0, at), { kind: 'renewed', key }, ...talk.messages.slice(at)] };
};

/** A state never goes back from `sent`: the echo may arrive before the reply to the sending. */
export const setState = (talk: Talk, key: string, state: SendState): Talk => ({
  ...talk,
  messages: talk.messages.map((message) =>
    message.kind === 'mine' && message.key === key && message.state !== 'sent' ? { ...message, state } : message,
  ),
});

/** The messages that still have to go out, oldest first. */
export const unsent = (talk: Talk) =>
  talk.messages.flatMap((message) =>
    message.kind === 'mine' && (message.state === 'waiting' || message.state === 'sending') ? [message] : [],
  );

/** Takes in activities; those seen before, typing signs and the opening (the page says its own) change nothing. */
export const receive = (talk: Talk, activities: readonly WireActivity[]): Talk => activities.reduce(receiveOne, talk);

function receiveOne(talk: Talk, activity: WireActivity): Talk {
  if (activity.type !== 'message' || !activity.id || talk.seen.has(activity.id)) return talk;
  const next = { ...talk, seen: new Set(talk.seen).add(activity.id) };
  return activity.from?.role === 'user' ? receiveMine(next, activity) : receiveTheirs(next, activity);
}

function receiveMine(talk: Talk, { id = '', text = '', timestamp, channelData }: WireActivity): Talk {
  const key = channelData?.clientActivityID ?? id;
  if (talk.messages.some((message) => message.key === key)) return setState(talk, key, 'sent');
  return add(talk, { kind: 'mine', key, text, state: 'sent', at: timeOf(timestamp) });
}

function receiveTheirs(
  before: Talk,
  { id = '', text = '', speak = '', timestamp, from, channelData }: WireActivity,
): Talk {
  const at = timeOf(timestamp);
  const isOfficer = channelData?.officer === true || from?.role === 'officer';
  const isChecked = channelData?.notice === 'checked';
  const talk = !isChecked && (isOfficer || channelData?.notice) ? { ...before, withOfficer: isOfficer } : before;
  const answer = channelData?.answer;
  if (answer && Array.isArray(answer.blocks))
    return answer.blocks.length === 0
      ? talk
      : add(talk, { kind: 'answer', key: id, turnId: channelData.turnId ?? null, answer, speak: speak || null, at });
  const pictures = channelData?.pictures ?? [];
  if (channelData?.opening || (text.trim() === '' && pictures.length === 0)) return talk;
  const by = isOfficer ? 'officer' : 'machine';
  const joined = channelData?.notice === 'joined';
  const { name = null, options = [] } = channelData ?? {};
  return add(talk, { kind: 'said', key: id, text, by, name, pictures, options, joined, at });
}

const timeOf = (timestamp: string | undefined): Date => {
  const at = new Date(timestamp ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? new Date() : at;
};
