/** Settles what a call used and keeps it masked. */
import { maskForLog } from '../../understand/mask-identity.ts';
import type { ModelErrorCode } from '../model-error.ts';
import type { ModelLedger } from '../model-ledger.ts';
import { usageOf } from './count-tokens.ts';
import type { GateCall, GateParts } from './gate-call.ts';
import { replyText } from './request-body.ts';

export type Wish = Parameters<ModelLedger['reserve']>[0];

/** A call that has begun, by `performance.now()`. */
export interface Noted {
  readonly wish: Wish;
  readonly request: string;
  readonly begun: number;
}

/** Settles and keeps the call, once; what fails there keeps no answer back. */
export function noting(parts: GateParts, call: GateCall, { wish, request, begun }: Noted) {
  let noted = false;
  return (outcome: 'answered' | ModelErrorCode, reply: string, told: unknown): void => {
    if (noted) return;
    noted = true;
    const usage = usageOf(told, { request, reply });
    const used = usage.in + usage.out;
    const ms = Math.round(performance.now() - begun);
    parts.ledger.settle({ ...wish, used }).catch(parts.onError);
    void keep(parts, call, { wish, request, reply, outcome, usage, ms });
  };
}

export interface Kept extends Omit<Noted, 'begun'> {
  readonly reply: string;
  readonly outcome: 'answered' | ModelErrorCode;
  readonly usage: { readonly in: number; readonly out: number };
  readonly ms: number;
}

export function keep(
  { settings, ledger, onError }: GateParts,
  { purpose, person }: GateCall,
  kept: Kept,
): Promise<void> {
  const { price } = settings;
  const { usage, outcome, ms, request, reply, wish } = kept;
  const cost = price ? (usage.in * price.in + usage.out * price.out) / 1_000_000 : null;
  return ledger
    .keepCall({
      ...{ at: wish.at, person, purpose, model: settings.model, outcome, ms, cost },
      ...{ tokensIn: usage.in, tokensOut: usage.out },
      request: purpose === 'embed' ? '' : maskForLog(request),
      reply: purpose === 'embed' ? '' : maskForLog(replyText(reply)),
    })
    .catch(onError);
}

/** Told once how the call ended, what was said, and the usage as the server tells it. */
export type NoteCall = ReturnType<typeof noting>;
