/** What Stringee tells, as an event of the dialogue. Unknown fields are let be. */
import { z } from 'zod';
import type { CallEvent } from '../call.ts';
import { isOver, lastTurn } from '../call-outcomes.ts';
import { phoneOf } from '../phone-number.ts';
import type { Surroundings } from '../provider.ts';
import type { Numbers } from './sealed-numbers.ts';

/** A verified request: what stands in its address, and its body. */
export interface StringeePayload {
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** As we sealed them into the address; `null`: it is none of ours. */
  readonly numbers: Numbers | null;
}

const callId = z.string().min(1).max(128);
const number = z.string().max(64);
const incoming = z
  .looseObject({ from: number.default(''), to: number.default(''), uuid: callId.optional(), callId: callId.optional() })
  .transform(({ from, to, uuid, callId: id }, context) => {
    const name = id ?? uuid;
    if (name !== undefined) return { from, to, callId: name };
    context.addIssue('uuid or callId is missing');
    return z.NEVER;
  });
const flag = z.union([z.boolean(), z.stringbool()]).default(false);
const pressed = z.looseObject({ call_id: callId, dtmf: z.string().max(64).default(''), timeout: flag });
const failedOver = z.looseObject({
  call_id: callId.optional(),
  callId: callId.optional(),
  endCallCause: z.string().max(200).optional(),
  call_status: z.string().max(64).optional(),
});
const side = z.looseObject({ number: number.optional() });
const status = z.looseObject({
  call_id: callId,
  call_status: z.string().max(64),
  endedBy: z.string().max(64).optional(),
  from: side.optional(),
  to: side.optional(),
});

/** @throws {z.ZodError} for what is no payload of Stringee. */
export function startedOf(payload: StringeePayload, { at }: Surroundings): CallEvent {
  const call = incoming.parse(payload.query);
  return { ...common(call.callId, numbersOf(call), { at, turn: 0 }), kind: 'started' };
}

/** Stringee takes a key at a time or several; none within the time is silence. @throws {z.ZodError} */
export function pressedOf({ body, numbers }: StringeePayload, surroundings: Surroundings): CallEvent {
  const call = pressed.parse(body);
  const told = common(call.call_id, numbers, surroundings);
  return call.dtmf === '' || call.timeout
    ? { ...told, kind: 'no-input' }
    : { ...told, kind: 'digits', digits: call.dtmf };
}

/** Told only when nobody could be reached: by SIP's own numbers. */
const outcomes: readonly (readonly [RegExp, 'busy' | 'no-answer'])[] = [
  [/\b(?:486|600)\b|busy/i, 'busy'],
  [/\b(?:408|480|487)\b|no.?answer|timeout/i, 'no-answer'],
];

/** @throws {z.ZodError} */
export function transferOf({ body, numbers }: StringeePayload, surroundings: Surroundings): CallEvent {
  const call = failedOver.parse(body);
  const id = callId.parse(call.call_id ?? call.callId);
  const why = `${call.endCallCause ?? ''} ${call.call_status ?? ''}`;
  const outcome = outcomes.find(([pattern]) => pattern.test(why))?.[1] ?? 'failed';
  return { ...common(id, numbers, surroundings), kind: 'transfer-result', outcome };
}

/** `null` while the call goes on. @throws {z.ZodError} */
export function endOf({ body }: StringeePayload, { at }: Surroundings): CallEvent | null {
  const call = status.parse(body);
  if (!isOver(call.call_status)) return null;
  const numbers = numbersOf({ from: call.from?.number ?? '', to: call.to?.number ?? '' });
  return { ...common(call.call_id, numbers, { at, turn: lastTurn }), kind: 'ended', by: 'caller' };
}

const numbersOf = ({ from, to }: { readonly from: string; readonly to: string }): Numbers => ({
  from: phoneOf(from),
  to: phoneOf(to) ?? to,
});

export const common = (id: string, numbers: Numbers | null, { at, turn }: Surroundings) => ({
  provider: 'stringee' as const,
  callId: id,
  turn,
  at,
  from: numbers?.from ?? null,
  to: numbers?.to ?? '',
});
