/** What TwiML hooks tell, as an event of the dialogue. */
import { z } from 'zod';
import type { CallEvent } from '../call.ts';
import { isOver, lastTurn, transferOutcome } from '../call-outcomes.ts';
import { phoneOf } from '../phone-number.ts';
import type { Surroundings } from '../provider.ts';

const base = z.looseObject({
  CallSid: z.string().min(1).max(128),
  From: z.string().max(64).optional(),
  To: z.string().max(64).default(''),
});
const gathered = base.extend({
  SpeechResult: z.string().max(4_000).optional(),
  Confidence: z.coerce.number().min(0).max(1).optional().catch(undefined),
  Digits: z.string().max(64).optional(),
});
const dialled = base.extend({ DialCallStatus: z.string().optional() });
const status = base.extend({ CallStatus: z.string().default('') });

/** Below this a recogniser has guessed. */
const leastConfidence = 0.3;

/** @throws {z.ZodError} for a form that is none of a call. */
export const startedOf = (form: unknown, { at }: Surroundings): CallEvent => ({
  ...common(base.parse(form), { at, turn: 0 }),
  kind: 'started',
});

/** @throws {z.ZodError} */
export function turnOf(form: unknown, surroundings: Surroundings): CallEvent {
  const call = gathered.parse(form);
  const told = common(call, surroundings);
  if (call.Digits) return { ...told, kind: 'digits', digits: call.Digits };
  const text = call.SpeechResult?.trim() ?? '';
  if (text === '') return { ...told, kind: 'no-input' };
  const confidence = call.Confidence ?? null;
  if (confidence !== null && confidence > 0 && confidence < leastConfidence) return { ...told, kind: 'low-confidence' };
  return { ...told, kind: 'speech', text, confidence };
}

/** @throws {z.ZodError} */
export function transferOf(form: unknown, surroundings: Surroundings): CallEvent {
  const call = dialled.parse(form);
  return {
    ...common(call, surroundings),
    kind: 'transfer-result',
    outcome: transferOutcome(call.DialCallStatus),
  };
}

/** `null` while the call goes on. @throws {z.ZodError} */
export function endOf(form: unknown, { at }: Surroundings): CallEvent | null {
  const call = status.parse(form);
  if (!isOver(call.CallStatus)) return null;
  return { ...common(call, { at, turn: lastTurn }), kind: 'ended', by: 'caller' };
}

const whispered = z.looseObject({ ParentCallSid: z.string().max(128).optional() });

/** The officer's leg names the caller's. */
export const whisperedCallOf = (payload: unknown): string | null => whispered.parse(payload).ParentCallSid ?? null;

const common = ({ CallSid: callId, From, To }: z.infer<typeof base>, { at, turn }: Surroundings) => ({
  provider: 'twiml' as const,
  callId,
  turn,
  at,
  from: phoneOf(From),
  to: phoneOf(To) ?? To,
});
