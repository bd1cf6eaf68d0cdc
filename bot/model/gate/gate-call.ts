/** What a call through the gate is made of. */
import type { ModelLedger } from '../model-ledger.ts';
import type { ModelSettings } from '../model-settings.ts';
import type { ModelPerson, ModelPurpose } from '../port.ts';
import type { ModelLine } from './line.ts';

export interface GateParts {
  readonly settings: ModelSettings;
  readonly ledger: ModelLedger;
  readonly line: ModelLine;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

export interface GateCall {
  readonly purpose: ModelPurpose;
  readonly person: ModelPerson;
  readonly signal: AbortSignal;
  /** The most that it may write, in tokens. */
  readonly mostOut: number;
  /** The form of the reply; left to the gate, since the client would refuse JSON in a fence. */
  readonly responseFormat?: object;
  /** What was hidden stays hidden in the reply: for drafts, in which it has no place. */
  readonly keepHidden?: boolean;
}
