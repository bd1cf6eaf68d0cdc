/** What jambonz tells, as an event of the dialogue. Unknown fields are let be; `from` is as the trunk tells it. */
import { z } from 'zod';
import type { CallEvent } from '../call.ts';
import { isOver, lastTurn, transferOutcome } from '../call-outcomes.ts';
import { phoneOf } from '../phone-number.ts';
import type { Surroundings } from '../provider.ts';

const base = z.looseObject({
  call_sid: z.string().min(1).max(128),
  from: z.string().max(64).optional(),
  to: z.string().max(128).default(''),
});
const alternative = z.looseObject({ transcript: z.string().max(4_000), confidence: z.number().optional() });
const gathered = base.extend({
  reason: z.enum(['speechDetected', 'dtmfDetected', 'timeout', 'error', 'stt-low-confidence']).optional(),
  speech: z.looseObject({ alternatives: z.array(alternative).default([]) }).optional(),
  digits: z.string().max(64).optional(),
});
const dialled = base.extend({ dial_call_status: z.string().optional() });
const status = base.extend({
  call_status: z.string().default(''),
  call_termination_by: z.enum(['caller', 'jambonz']).optional(),
});

/** @throws {z.ZodError} for what is no payload of jambonz. */
export const startedOf = (body: unknown, { at }: Surroundings): CallEvent => {
  const call = base.parse(body);
  return { ...common(call, { at, turn: 0 }), kind: 'started' };
};

/** @throws {z.ZodError} */
export function turnOf(body: unknown, surroundings: Surroundings): CallEvent {
  const call = gathered.parse(body);
  const told = common(call, surroundings);
  const [best] = call.speech?.alternatives ?? [];
  if (call.digits !== undefined && call.digits !== '') return { ...told, kind: 'digits', digits: call.digits };
  if (call.reason === 'stt-low-confidence') return { ...told, kind: 'low-confidence' };
  if (call.reason === 'error') return { ...told, kind: 'recogniser-failed' };
  const text = best?.transcript.trim() ?? '';
  return text === ''
    ? { ...told, kind: 'no-input' }
    : { ...told, kind: 'speech', text, confidence: best?.confidence ?? null };
}

/** @throws {z.ZodError} */
export function transferOf(body: unknown, surroundings: Surroundings): CallEvent {
  const call = dialled.parse(body);
  return {
    ...common(call, surroundings),
    kind: 'transfer-result',
    outcome: transferOutcome(call.dial_call_status),
  };
}

/** `null` while the call goes on. @throws {z.ZodError} */
export function endOf(body: unknown, { at }: Surroundings): CallEvent | null {
  const call = status.parse(body);
  if (!isOver(call.call_status)) return null;
  const by = call.call_termination_by === 'jambonz' ? 'system' : 'caller';
  return { ...common(call, { at, turn: lastTurn }), kind: 'ended', by };
}

const whispered = z.looseObject({ parent_call_sid: z.string().max(128).optional() });

/** The officer's leg names the caller's. */
export const whisperedCallOf = (payload: unknown): string | null => whispered.parse(payload).parent_call_sid ?? null;

const common = ({ call_sid: callId, from, to }: z.infer<typeof base>, { at, turn }: Surroundings) => ({
  provider: 'jambonz' as const,
  callId,
  turn,
  at,
  from: phoneOf(from),
  to: phoneOf(to) ?? to,
});
