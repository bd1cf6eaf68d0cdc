/** What every step of a call needs: words, the line that was called, the assistant, the officers' side. */
import {
  type Answer,
  type Assistant,
  type Option,
  type PhoneDesk,
  type SendChecklist,
  type SpeechMaker,
  speechFor,
} from '../../bot/index.ts';
import { type SpokenPage, speakAnswer, type Utterance } from '../speech/speak-answer.ts';
import { spokenTextsOf } from '../speech/spoken-texts.ts';
import { verbalise } from '../speech/verbalise.ts';
import type { CallEvent } from './call.ts';
import { threadOf } from './call-memory.ts';
import { type CallState, figuresOf, type Step } from './call-state.ts';
import { forTheEar } from './for-the-ear.ts';
import type { Line } from './line.ts';

export interface ChecklistWish {
  /** Of the guide. */
  readonly code: string;
  readonly unit: string | null;
  readonly at: Date;
}

/** Leaves the papers of a guide to be fetched by a code of figures. `null`: they cannot be left. */
export type LeaveChecklist = (wish: ChecklistWish) => Promise<string | null>;

export interface DialogueParts {
  readonly assistant: Pick<Assistant, 'handle'>;
  readonly speak: SpeechMaker;
  /** By the number that was called. */
  readonly lineOf: (to: string) => Line;
  /** Words a recogniser should expect, the most asked procedures. */
  readonly hints: readonly string[];
  /** `null`: no hand-offs are kept, as in a suite. */
  readonly desk: PhoneDesk | null;
  /** `null`: checklists cannot be left. */
  readonly leaveChecklist?: LeaveChecklist | null;
  /** `null`: they cannot be sent. */
  readonly sendChecklist?: SendChecklist | null;
  /** Whether the assistant is switched off on the telephone. */
  readonly isOff?: (unit: string | null, at: Date) => boolean;
}

type Addressed = Pick<CallState, 'callsSelf'>;
type Values = Readonly<Record<string, string | number>>;

export interface CallTalk
  extends Omit<DialogueParts, 'assistant' | 'speak' | 'leaveChecklist' | 'sendChecklist' | 'isOff'> {
  readonly leaveChecklist: LeaveChecklist | null;
  readonly sendChecklist: SendChecklist | null;
  readonly isOff: (unit: string | null, at: Date) => boolean;
  /** A text of the bundle, ready to be said, in the words of address of this caller. */
  say(to: Addressed, key: string, values?: Values): Utterance;
  /** The same as written. */
  words(to: Addressed, key: string, values?: Values): string;
  pagesOf(answer: Answer): readonly SpokenPage[];
  /** How he calls himself, as far as these words tell. */
  callsSelfIn(text: string, before: string | null): string | null;
  /** One turn of the assistant: kept and answered once, however often the event is told. */
  turnOf(event: CallEvent, text: string): Promise<Answer>;
}

export function openCallTalk({ assistant, speak, ...parts }: DialogueParts): CallTalk {
  const { lineOf } = parts;
  const texts = spokenTextsOf(speak('vi', null));
  const words: CallTalk['words'] = ({ callsSelf }, key, values) => speak('vi', callsSelf).say(key, values);
  return {
    ...parts,
    leaveChecklist: parts.leaveChecklist ?? null,
    sendChecklist: parts.sendChecklist ?? null,
    isOff: parts.isOff ?? (() => false),
    words,
    say: (to, key, values) => ({ text: verbalise(words(to, key, values)), sensitive: false }),
    pagesOf: (answer) => {
      const { first, later } = forTheEar(answer);
      return [first, later].flatMap((blocks) => speakAnswer({ ...answer, blocks }, { texts }));
    },
    callsSelfIn: (text, before) => speechFor(speak, 'vi', text, before).callsSelf,
    async turnOf(event, text) {
      const { callId, turn, at, from, to } = event;
      const { answer } = await assistant.handle({
        id: `${callId}:${turn}`,
        conversationId: threadOf(event),
        channel: 'hotline',
        locale: 'vi',
        text,
        at,
        signedInAs: null,
        // For counting guesses alone: it proves nothing.
        caller: from ?? callId,
        unit: lineOf(to).unit,
        ownedByOfficer: false,
      });
      return answer;
    },
  };
}

export const wordsOf = (pages: readonly SpokenPage[]): Utterance[] => pages.flatMap(({ utterances }) => utterances);

const patience = 8;
/** Old hands look for each key: so long may pass before the first one. */
const patienceWithKeys = 15;

export interface Asking {
  readonly say: readonly Utterance[];
  readonly awaits: CallState['awaits'];
}

/** Says and listens. Where figures are waited for they are pressed: said aloud, others would hear them. */
export function ask({ hints }: Pick<CallTalk, 'hints'>, state: CallState, { say, awaits }: Asking): Step {
  const figures = figuresOf[awaits];
  return {
    state: { ...state, last: say, awaits },
    action: {
      do: 'ask',
      say,
      rate: state.rate,
      expect: figures !== undefined && awaits !== 'dossier-code' ? ['digits'] : ['speech', 'digits'],
      maxDigits: figures ?? 1,
      timeoutSeconds: figures === undefined ? patience : patienceWithKeys,
      hints,
    },
  };
}

export const hangUp = (state: CallState, say: readonly Utterance[]): Step => ({
  state: { ...state, last: say },
  action: { do: 'hang-up', say, rate: state.rate },
});

/** Choices that an ear can keep. */
export const mostChoices = 4;

/** How many there are, then each with its key. */
export const menuOf = (talk: Pick<CallTalk, 'say'>, state: CallState, options: readonly Option[]): Utterance[] => {
  const heard = options.slice(0, mostChoices);
  const choices = heard.map(({ text }, index) => talk.say(state, 'call.choice', { key: index + 1, text }));
  return choices.length > 1 ? [talk.say(state, 'call.count', { count: choices.length }), ...choices] : choices;
};
