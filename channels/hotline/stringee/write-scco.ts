/** An action of the dialogue as a call control object (SCCO) of Stringee: at least one action, always. */
import type { Utterance } from '../../speech/speak-answer.ts';
import type { CallAction } from '../call.ts';

export interface SccoOptions {
  /** As Stringee names it. */
  readonly voice: string;
  /** `speed` of a slow `talk`; `null`: it is not sent, as what it means is not published. */
  readonly slowSpeed: number | null;
  /** The whole address of a hook of ours. */
  address(hook: string): string;
  /** Digits alone, as Stringee writes numbers; calls of ours come from it. `null`: unknown. */
  readonly ownNumber: string | null;
  /** Experimental: words are recorded and sent to us. */
  readonly hears: boolean;
}

export type SccoAction = Readonly<Record<string, unknown>> & { readonly action: string };
type Asking = Extract<CallAction, { do: 'ask' }>;
type Transferring = Extract<CallAction, { do: 'transfer' }>;

export function writeScco(action: CallAction, options: SccoOptions): readonly SccoAction[] {
  if (action.do === 'hang-up') return talks(action, options, false);
  if (action.do === 'transfer') return [...talks(action, options, false), connect(action, options)];
  const hears = options.hears && action.expect.includes('speech');
  return hears ? recording(action, options) : [...talks(action, options, true), input(action, options)];
}

/** Digits alone: `+842593822000` → `842593822000`. */
export const bareNumber = (number: string): string => number.replace(/\D/g, '');

/** Of a voice that speaks to the old. */
const signsASecond = 11;
const speechSeconds = (say: readonly Utterance[]): number => Math.ceil(textOf(say).length / signsASecond);
const textOf = (say: readonly Utterance[]): string => say.map(({ text }) => text).join(' ');

function talks({ say, rate }: Pick<CallAction, 'say' | 'rate'>, { voice, slowSpeed }: SccoOptions, bargeIn: boolean) {
  if (say.length === 0) return [];
  const speed = rate === 'slow' && slowSpeed !== null ? { speed: slowSpeed } : {};
  return [{ action: 'talk', text: textOf(say), voice, ...speed, bargeIn, loop: 1 }];
}

/** A key may come while the voice speaks: waiting begins with the first word, so the words' own time is added. */
function input(action: Asking, { address }: SccoOptions): SccoAction {
  const many = action.maxDigits > 1;
  return {
    action: 'input',
    eventUrl: address('turn'),
    submitOnHash: String(many),
    timeout: String(action.timeoutSeconds + speechSeconds(action.say)),
    maxDigits: String(action.maxDigits),
  };
}

const longestWordsMs = 30_000;
/** Of what Stringee calls silence, 0 to 100; and how long it lasts until somebody has finished. */
const silenceThreshold = 12;
const endOfSpeechMs = 1_500;
/** Kept up while the recogniser and the assistant work: a list that runs out ends the call. */
const waiting = { text: 'dạ', loop: 20 };

function recording(action: Asking, options: SccoOptions): readonly SccoAction[] {
  return [
    ...talks(action, options, false),
    {
      action: 'recordMessage',
      eventUrl: options.address('recorded'),
      beepStart: 'true',
      format: 'wav',
      timeout: String(longestWordsMs),
      silenceThresh: String(silenceThreshold),
      silenceTimeout: String(endOfSpeechMs),
    },
    { action: 'talk', text: waiting.text, voice: options.voice, bargeIn: false, loop: waiting.loop },
  ];
}

const sipNumber = /^sip:([^@;]+)/i;

function connect({ to, ringSeconds, whisper }: Transferring, { ownNumber, address }: SccoOptions): SccoAction {
  const sip = sipNumber.exec(to)?.[1];
  const callee = sip ?? bareNumber(to);
  const caller = ownNumber ?? callee;
  return {
    action: 'connect',
    from: { type: 'external', number: caller, alias: caller },
    to: { type: sip ? 'internal' : 'external', number: callee, alias: callee },
    // No whisper before the call is connected: an officer with Stringee's own software reads it.
    customData: textOf(whisper),
    timeout: String(ringSeconds),
    maxConnectTime: '-1',
    peerToPeerCall: 'false',
    continueOnFail: 'false',
    onFailEventUrl: address('transfer-result'),
  };
}
