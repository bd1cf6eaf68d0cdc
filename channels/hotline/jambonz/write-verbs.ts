/** An action of the dialogue as jambonz verbs: at least one, always. */
import { writeSsml } from '../../speech/bridge/write-ssml.ts';
import type { Utterance } from '../../speech/speak-answer.ts';
import type { CallAction } from '../call.ts';
import type { WriteOptions } from '../provider.ts';

export interface Voice {
  /** Vendor names as jambonz knows them, `google`, `custom:hoi`. */
  readonly synthesizer: { readonly vendor: string; readonly language: string; readonly voice?: string };
  readonly recognizer: { readonly vendor: string; readonly language: string };
}

export interface VerbOptions extends WriteOptions {
  readonly voice: Voice;
}

export type Verb = Readonly<Record<string, unknown>> & { readonly verb: string };

/** Words that a cough is not. */
const wordsToBreakIn = 2;
/** Seconds of silence after which somebody has finished; old people pause. */
const endOfSpeech = 1.2;
const secondsBetweenKeys = 6;
const whisperPath = '/hotline/jambonz/whisper';
const slowly = 'Speak slowly.';

export function writeVerbs(action: CallAction, options: VerbOptions): readonly Verb[] {
  const say = sayVerb(action.say, action.rate, options.voice);
  if (action.do === 'hang-up') return [...(say ? [say] : []), { verb: 'hangup' }];
  if (action.do === 'transfer') return [...(say ? [say] : []), dialVerb(action, options)];
  return [gatherVerb(action, options)];
}

const textOf = (say: readonly Utterance[]): string => say.map(({ text }) => text).join(' ');

function sayVerb(say: readonly Utterance[], rate: CallAction['rate'], { synthesizer }: Voice): Verb | null {
  if (say.length === 0) return null;
  return { verb: 'say', ...speaking(say, rate, synthesizer) };
}

/** What is sensitive is not kept by the engine. */
const speaking = (say: readonly Utterance[], rate: CallAction['rate'], synthesizer: Voice['synthesizer']) => ({
  ...paced(textOf(say), rate, synthesizer),
  synthesizer,
  ...(say.some(({ sensitive }) => sensitive) ? { disableTtsCache: true } : {}),
});

/** Our own voice is told of nothing but the text; the others here read SSML too. Chirp voices do not. */
const readsSsml = ({ vendor, voice = '' }: Voice['synthesizer']): boolean =>
  /^(?:custom:|google$|microsoft$|aws$)/.test(vendor) && !/chirp/i.test(voice);

function paced(text: string, rate: CallAction['rate'], synthesizer: Voice['synthesizer']) {
  if (rate === 'normal') return { text };
  return readsSsml(synthesizer) ? { text: writeSsml(text) } : { text, instructions: slowly };
}

function gatherVerb(action: Extract<CallAction, { do: 'ask' }>, { voice, address }: VerbOptions): Verb {
  const many = action.maxDigits > 1;
  return {
    verb: 'gather',
    actionHook: address('turn'),
    input: action.expect,
    ...(many
      ? { maxDigits: action.maxDigits, finishOnKey: '#', interDigitTimeout: secondsBetweenKeys }
      : { numDigits: 1 }),
    timeout: action.timeoutSeconds,
    bargein: true,
    minBargeinWordCount: wordsToBreakIn,
    dtmfBargein: true,
    recognizer: { ...voice.recognizer, asrTimeout: endOfSpeech, hints: action.hints },
    say: speaking(action.say, action.rate, voice.synthesizer),
  };
}

function dialVerb(action: Extract<CallAction, { do: 'transfer' }>, { address, ownNumber }: VerbOptions): Verb {
  const target = action.to.startsWith('sip:')
    ? { type: 'sip', sipUri: action.to }
    : { type: 'phone', number: action.to };
  return {
    verb: 'dial',
    answerOnBridge: true,
    timeout: action.ringSeconds,
    ...(ownNumber ? { callerId: ownNumber } : {}),
    target: [target],
    confirmHook: whisperPath,
    actionHook: address('transfer-result'),
  };
}

/** What the officer hears before he is connected. */
export const whisperVerbs = (say: readonly Utterance[], { synthesizer }: Voice): readonly Verb[] => [
  { verb: 'say', text: textOf(say), synthesizer },
];
