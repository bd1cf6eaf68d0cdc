/** What the citizen hears of his hand-off: the place, an honest time or the opening, the code; then one question at most. */
import type { Answer, Block, Option } from '../answer.ts';
import type { Turn } from '../step.ts';
import type { Speech } from '../texts/speech.ts';
import type { HandOffCause, HandOffPromise } from './hand-off.ts';
import { sayMoment } from './say-moment.ts';

const say = (text: string): Block => ({ kind: 'say', text });
const note = (text: string): Block => ({ kind: 'note', text });

/** When it begins. */
export function sayPromise(promise: HandOffPromise, speech: Speech, isTold: boolean): Block[] {
  return [
    ...(promise.position === null
      ? sayWithout(promise, speech)
      : sayPlace(promise, promise.position, { speech, isTold })),
    note(speech.say('handover.promise.code', { code: promise.code })),
    ...(promise.position === null ? [] : [note(speech.say('handover.promise.meanwhile'))]),
  ];
}

/** No place in the queue: somebody has it, or will call. */
function sayWithout({ ownerName, code }: HandOffPromise, speech: Speech): Block[] {
  return [
    say(
      ownerName
        ? speech.say('handover.promise.owned', { name: ownerName })
        : speech.say('handover.state.callBack', { code }),
    ),
  ];
}

interface Saying {
  readonly speech: Speech;
  /** The citizen knows of it already. */
  readonly isTold: boolean;
}

function sayPlace(promise: HandOffPromise, position: number, { speech, isTold }: Saying): Block[] {
  const { isOpen, opensAt, waitMinutes, called } = promise;
  const when = opensAt && sayMoment(opensAt, speech);
  if (isTold) return [say(speech.say('handover.promise.already', { position })), ...minutesOf(waitMinutes, speech)];
  if (!isOpen)
    return [
      say(
        when
          ? speech.say('handover.promise.closed', { when, position })
          : speech.say('handover.promise.closedUnknown', { position }),
      ),
    ];
  if (called === 0)
    return [
      say(speech.say('handover.promise.nobody', { position })),
      ...(promise.nextOpensAt
        ? [say(speech.say('handover.promise.nobodyUntil', { when: sayMoment(promise.nextOpensAt, speech) }))]
        : []),
    ];
  return [say(speech.say('handover.promise.now', { position })), ...minutesOf(waitMinutes, speech)];
}

const minutesOf = (minutes: number | null, speech: Speech): Block[] =>
  minutes === null ? [] : [say(speech.say('handover.promise.minutes', { minutes }))];

/** How it stands, told to whoever has the code: nothing of what was said. */
export function sayState(promise: HandOffPromise, speech: Speech): Block[] {
  const { code, state, position, opensAt, ownerName, waitMinutes } = promise;
  const opens = opensAt ? [say(speech.say('handover.state.opens', { when: sayMoment(opensAt, speech) }))] : [];
  switch (state) {
    case 'waiting':
      return [
        say(speech.say('handover.state.waiting', { code, position: position ?? 1 })),
        ...minutesOf(waitMinutes, speech),
        ...opens,
      ];
    case 'call-back':
      return [say(speech.say('handover.state.callBack', { code })), ...opens];
    case 'owned':
      return [say(speech.say('handover.state.owned', { code, name: ownerName ?? '' }))];
    case 'closed':
      return [say(speech.say('handover.state.closed', { code }))];
  }
}

export type Asking = Pick<Answer, 'options'> & Partial<Pick<Answer, 'asks'>> & { readonly blocks: readonly Block[] };

/** One question at a time: first whether name and dossiers may be seen, else whether to call back. */
export function askNext(turn: Turn, promise: HandOffPromise, cause: HandOffCause): Asking {
  const { rung } = turn.message;
  const isKnown = rung !== undefined && rung !== 'anonymous';
  if (cause === 'denunciation' || promise.state !== 'waiting') return { blocks: [], options: [] };
  if (isKnown && cause !== 'emergency') return askConsent(turn.speech);
  return promise.isOpen && promise.called > 0 ? { blocks: [], options: [] } : askContact(turn.speech);
}

function askConsent({ say: text }: Speech): Asking {
  const options: Option[] = [
    { text: text('handover.consent.yes.text'), send: text('handover.consent.yes.send') },
    { text: text('handover.consent.no.text'), send: text('handover.consent.no.send') },
  ];
  return { blocks: [say(text('handover.consent.ask'))], options, asks: 'pass-to-officer' };
}

export const askContact = ({ say: text }: Speech): Asking => ({
  blocks: [say(text('handover.contact.ask'))],
  options: [{ text: text('handover.contact.no.text'), send: text('handover.contact.no.send') }],
  asks: 'contact',
});
