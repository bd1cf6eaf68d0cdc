/** What every step of a call needs: words, the line that was called, the assistant. */
import type { Answer, Assistant, Option, SpeechMaker } from '../../bot/index.ts';
import { type SpokenPage, speakAnswer, type Utterance } from '../speech/speak-answer.ts';
import { spokenTextsOf } from '../speech/spoken-texts.ts';
import { verbalise } from '../speech/verbalise.ts';
import type { CallEvent } from './call.ts';
import type { CallState, Step } from './call-state.ts';

export interface Line {
  /** Commune whose number was called; `null`: the installation's own. */
  readonly unit: string | null;
  /** As the greeting names it: "phường Hòa Bình". */
  readonly name: string | null;
  /** Where officers are reached; `null`: nobody can be put through to. */
  readonly officers: string | null;
  /** Whether somebody is there now. */
  isOpen(at: Date): boolean;
}

export interface DialogueParts {
  readonly assistant: Pick<Assistant, 'handle'>;
  readonly speak: SpeechMaker;
  /** By the number that was called. */
  readonly lineOf: (to: string) => Line;
  /** Words a recogniser should expect, the most asked procedures. */
  readonly hints: readonly string[];
}

export interface CallTalk extends Pick<DialogueParts, 'lineOf' | 'hints'> {
  /** A text of the bundle, ready to be said. */
  say(key: string, values?: Readonly<Record<string, string | number>>): Utterance;
  pagesOf(answer: Answer): readonly SpokenPage[];
  /** One turn of the assistant: kept and answered once, however often the event is told. */
  turnOf(event: CallEvent, text: string): Promise<Answer>;
}

export function openCallTalk({ assistant, speak, lineOf, hints }: DialogueParts): CallTalk {
  const speech = speak('vi', null);
  return {
    lineOf,
    hints,
    say: (key, values) => ({ text: verbalise(speech.say(key, values)), sensitive: false }),
    pagesOf: (answer) => speakAnswer(answer, { texts: spokenTextsOf(speech) }),
    async turnOf({ provider, callId, turn, at, from, to }, text) {
      const { answer } = await assistant.handle({
        id: `${callId}:${turn}`,
        conversationId: `${provider}:${callId}`,
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
/** Each key of a code may take so long. */
const patienceWithKeys = 20;
/** Figures of the longest code, and `#`. */
const longestCode = 24;

export interface Asking {
  readonly say: readonly Utterance[];
  readonly awaits: CallState['awaits'];
}

/** Says and listens. Secrets are pressed rather than said once saying has failed. */
export function ask({ hints }: Pick<CallTalk, 'hints'>, state: CallState, { say, awaits }: Asking): Step {
  const secret = awaits === 'secret';
  return {
    state: { ...state, last: say, awaits },
    action: {
      do: 'ask',
      say,
      rate: state.rate,
      expect: secret && state.misses > 0 ? ['digits'] : ['speech', 'digits'],
      maxDigits: secret ? longestCode : 1,
      timeoutSeconds: secret ? patienceWithKeys : patience,
      hints,
    },
  };
}

export const hangUp = (state: CallState, say: readonly Utterance[]): Step => ({
  state,
  action: { do: 'hang-up', say, rate: state.rate },
});

/** Choices that an ear can keep. */
export const mostChoices = 4;

export const menuOf = ({ say }: Pick<CallTalk, 'say'>, options: readonly Option[]): Utterance[] =>
  options.slice(0, mostChoices).map(({ text }, index) => say('call.choice', { key: index + 1, text }));
