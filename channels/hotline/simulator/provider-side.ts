/** What a telephone provider does with our replies, as far as a call is concerned: the one contract of the simulated ones. */

/** What the provider was told to do. */
export interface Orders {
  /** Words that the caller hears. */
  readonly say: string;
  readonly next:
    | {
        readonly do: 'gather';
        readonly to: string;
        readonly speech: boolean;
        readonly mostKeys: number;
        readonly patience: number;
      }
    | { readonly do: 'dial'; readonly officers: string; readonly whisper: string; readonly result: string }
    | { readonly do: 'hang-up' };
}

export type Gathered =
  | { readonly kind: 'speech'; readonly text: string; readonly confidence: number }
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'silence' | 'not-understood' | 'recogniser-failed' };

export type Dialled = 'completed' | 'busy' | 'no-answer' | 'failed';

export interface SimulatedCall {
  readonly callId: string;
  /** As the trunk writes it; `null`: hidden. */
  readonly from: string | null;
  readonly to: string;
}

/** A request as the provider sends it. */
export interface SentHook {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ProviderSide {
  readonly name: 'jambonz' | 'twiml';
  start(call: SimulatedCall): SentHook;
  gathered(call: SimulatedCall, to: string, what: Gathered): SentHook;
  /** The officer has picked up: what is he to hear? */
  whisper(call: SimulatedCall, to: string): SentHook;
  dialled(call: SimulatedCall, to: string, outcome: Dialled): SentHook;
  ended(call: SimulatedCall): SentHook;
  /** @throws {Error} for a reply that this provider would not take. */
  read(body: string): Orders;
  readWhisper(body: string): string;
}
