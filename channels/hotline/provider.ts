/** What a telephone provider brings: how its hooks are signed, read and answered. All else is the same for every one. */
import type { Utterance } from '../speech/speak-answer.ts';
import type { CallAction, CallEvent, Provider } from './call.ts';

export type SignatureVerdict = 'good' | 'missing' | 'stale' | 'wrong';

/** A request as it came: signatures cover the bytes. */
export interface HookRequest {
  /** Path and query, as they were called. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  header(name: string): string | undefined;
  readonly body: Buffer;
}

export interface Surroundings {
  readonly at: Date;
  /** Of the address that was called: which of our actions it answers. */
  readonly turn: number;
}

/** The body of our reply. */
export interface HookReply {
  readonly type: 'application/json' | 'text/xml';
  readonly body: string;
}

export interface Hook {
  readonly method: 'get' | 'post';
  /** Below the provider's path: `call`, `turn`, `transfer-result`, `status`. */
  readonly path: string;
  /**
   * The event that it tells; `null`: nothing that the dialogue must hear.
   *
   * @throws {z.ZodError} for what is no payload of this provider.
   */
  read(payload: unknown, surroundings: Surroundings): CallEvent | null | Promise<CallEvent | null>;
  /** The provider calls it of its own accord: the start and the end of a call. All others we ask for, by an address of ours. */
  readonly unasked?: true;
  /** Where the provider heeds no reply: carries out what is to be done. Without it the action is the reply. */
  readonly carryOut?: (action: CallAction, options: WriteOptions & { readonly callId: string }) => Promise<void>;
}

export interface WriteOptions {
  /** Path and query of the hook that is to be called next: `/hotline/jambonz/turn?t=3&k=…`. */
  address(hook: string): string;
  /** The number that was called, E.164: calls of ours come from it. `null`: it is none. */
  readonly ownNumber: string | null;
  /** For providers that do not tell with every hook who calls whom: E.164 or `null`, and the number that was called. */
  readonly from: string | null;
  readonly to: string;
}

export interface CallProvider {
  readonly name: Provider;
  readonly hooks: readonly Hook[];
  verify(request: HookRequest, now: Date): SignatureVerdict;
  /** What a verified request holds. @throws {SyntaxError} or {z.ZodError} for what cannot be read. */
  payloadOf(request: HookRequest): unknown;
  write(action: CallAction, options: WriteOptions): HookReply;
  /** Heard by the officer alone before he is connected. */
  whisper(say: readonly Utterance[]): HookReply;
  /** The call that a whisper is about; `null`: the provider does not tell, or knows no whisper. */
  whisperedCall(payload: unknown): string | null;
  /** Said where nothing is to be done. */
  readonly nothing: HookReply;
}
