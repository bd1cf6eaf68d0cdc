/** What call control tells the dialogue, and what the dialogue wants done: the one contract of all telephone providers. */
import type { Utterance } from '../speech/speak-answer.ts';

export const providers = ['jambonz', 'twiml', 'stringee'] as const;
export type Provider = (typeof providers)[number];

interface EventOfCall {
  readonly provider: Provider;
  readonly callId: string;
  /** Counts what we asked, from 0: the same turn told again gets the same action and has no second effect. */
  readonly turn: number;
  readonly at: Date;
  /** As the trunk tells it. Anybody can forge it: it proves nothing. */
  readonly from: string | null;
  /** The number that was called; names the commune. */
  readonly to: string;
  /** The provider hears no words: whoever calls has keys alone. */
  readonly keysOnly?: true;
}

export type CallEvent = EventOfCall &
  (
    | { readonly kind: 'started' }
    | { readonly kind: 'speech'; readonly text: string; readonly confidence: number | null }
    | { readonly kind: 'digits'; readonly digits: string }
    /** Silence, a word that was not understood, or a recogniser that failed. */
    | { readonly kind: 'no-input' | 'low-confidence' | 'recogniser-failed' }
    | { readonly kind: 'transfer-result'; readonly outcome: 'answered' | 'busy' | 'no-answer' | 'failed' }
    | { readonly kind: 'ended'; readonly by: 'caller' | 'system' }
  );

export type SpeakingRate = 'normal' | 'slow';

export type CallAction =
  | {
      readonly do: 'ask';
      readonly say: readonly Utterance[];
      readonly rate: SpeakingRate;
      readonly expect: readonly ('speech' | 'digits')[];
      /** Keys to wait for; with more than one, `#` ends them. */
      readonly maxDigits: number;
      readonly timeoutSeconds: number;
      /** Words that a recogniser should expect. */
      readonly hints: readonly string[];
    }
  | {
      readonly do: 'transfer';
      readonly say: readonly Utterance[];
      readonly rate: SpeakingRate;
      /** Telephone number in E.164, or a SIP address. */
      readonly to: string;
      readonly ringSeconds: number;
      /** Heard by the officer alone, before he is connected; holds no name and no number. */
      readonly whisper: readonly Utterance[];
    }
  | { readonly do: 'hang-up'; readonly say: readonly Utterance[]; readonly rate: SpeakingRate };

/** Never rejects, never answers with nothing. */
export interface CallDialogue {
  onEvent(event: CallEvent): Promise<CallAction>;
  /** What the officer hears before he is connected. @param call.callId `null` where the provider does not tell. */
  whisperTo(call: { readonly provider: Provider; readonly callId: string | null }): Promise<readonly Utterance[]>;
}
