/** `dial`: rings an officer, lets him hear the whisper alone, and puts the two together. */
import { ringTone } from '../media/ring-tone.ts';
import type { Dialled } from '../sip/dial-out.ts';
import type { Leg } from '../sip/leg.ts';
import { bridge } from './bridge.ts';
import { basePayload, type Call, newSid } from './call.ts';
import type { Target, Verb, VerbNamed } from './verb.ts';

interface Reached {
  readonly call: Call;
  readonly target: Target;
}

interface Outcome {
  readonly status: 'completed' | 'busy' | 'no-answer' | 'failed';
  readonly sipStatus: number;
  readonly sid: string;
}

/** @param runOn does verbs on the other leg alone. @returns what the action hook answered. */
export async function dial(
  call: Call,
  verb: VerbNamed<'dial'>,
  runOn: (call: Call, verbs: readonly Verb[]) => Promise<void>,
): Promise<readonly Verb[] | null> {
  const ringing = call.leg.rtp.playout.begin();
  const stopRinging = keepRinging(call, ringing);
  const outcome = await putThrough(call, verb, { runOn, stopRinging }).finally(stopRinging);
  if (!verb.actionHook) return null;
  const told = {
    dial_call_sid: outcome.sid,
    dial_call_status: outcome.status,
    dial_sip_status: outcome.sipStatus,
    dial_sbc_callid: outcome.sid,
  };
  return call.hooks.post(verb.actionHook, call.payload(told));
}

function keepRinging(call: Call, ringing: ReturnType<Leg['rtp']['playout']['begin']>): () => void {
  const ring = () => ringing.push(ringTone);
  ring();
  const timer = setInterval(ring, (ringTone.length / 8000) * 1000);
  const stop = () => {
    clearInterval(timer);
    ringing.stop();
  };
  call.leg.gone.addEventListener('abort', stop, { once: true });
  if (call.leg.gone.aborted) stop();
  return stop;
}

interface ThroughParts {
  readonly runOn: (call: Call, verbs: readonly Verb[]) => Promise<void>;
  readonly stopRinging: () => void;
}

async function putThrough(call: Call, verb: VerbNamed<'dial'>, { runOn, stopRinging }: ThroughParts): Promise<Outcome> {
  const first = await reach(call, verb);
  if ('status' in first) return first;
  const { call: other, target } = first.reached;
  const hangUp = () => other.leg.hangUp('other-side-gone');
  call.leg.gone.addEventListener('abort', hangUp);
  try {
    const confirm = target.confirmHook ?? verb.confirmHook;
    if (confirm) await whisper(other, confirm, runOn);
    if (call.leg.gone.aborted) return { status: 'completed', sipStatus: 200, sid: other.sid };
    if (other.leg.gone.aborted) return { status: 'no-answer', sipStatus: 480, sid: other.sid };
    stopRinging();
    await bridge(call.leg, other.leg, verb.timeLimit ? verb.timeLimit * 1000 : null);
    return { status: 'completed', sipStatus: 200, sid: other.sid };
  } finally {
    call.leg.gone.removeEventListener('abort', hangUp);
    hangUp();
    await status(other, 'completed');
  }
}

/** A whisper that fails keeps nobody from being put through. */
async function whisper(other: Call, hook: string, runOn: ThroughParts['runOn']): Promise<void> {
  try {
    const verbs = await other.hooks.post(hook, other.payload(), other.leg.gone);
    if (verbs) await runOn(other, verbs);
  } catch (error) {
    if (!other.leg.gone.aborted) other.onError(error);
  }
}

const status = (call: Call, name: string): Promise<unknown> => call.tellStatus({ call_status: name });

type First = Outcome | { readonly reached: Reached };

/** All at once; the first who answers has it, the others stop ringing. */
async function reach(call: Call, verb: VerbNamed<'dial'>): Promise<First> {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, call.leg.gone]);
  const { promise, resolve } = Promise.withResolvers<First>();
  const failures: Outcome[] = [];
  const attempts = verb.target.map(async (target) => {
    const sid = newSid();
    const from = verb.callerId ?? call.leg.from;
    const to = target.sipUri ?? target.number ?? target.name ?? '';
    const dialled = await call
      .dial({ to, from, ringMs: verb.timeout * 1000, signal, onRinging: () => {} })
      .catch((error): Dialled => {
        call.onError(error);
        return { outcome: 'failed', status: 503 };
      });
    if (dialled.outcome !== 'answered') {
      const status = dialled.outcome === 'taken-back' ? 'no-answer' : dialled.outcome;
      failures.push({ status, sipStatus: dialled.status, sid });
      if (failures.length === verb.target.length) resolve(worst(failures));
      return;
    }
    if (stop.signal.aborted) return dialled.leg.hangUp('another-answered');
    stop.abort();
    resolve({ reached: { call: otherCall(call, { leg: dialled.leg, sid, from, to }), target } });
  });
  const first = await promise;
  await Promise.all(attempts);
  return first;
}

/** What tells most: busy before nobody before failed. */
const order = ['busy', 'no-answer', 'failed'] as const;
const worst = (failures: readonly Outcome[]): Outcome =>
  order.flatMap((status) => failures.filter((failure) => failure.status === status))[0] ?? {
    status: 'failed',
    sipStatus: 500,
    sid: '',
  };

interface OtherLeg {
  readonly leg: Leg;
  readonly sid: string;
  readonly from: string;
  readonly to: string;
}

function otherCall(call: Call, { leg, sid, from, to }: OtherLeg): Call {
  const base = basePayload({
    sid,
    sipCallId: leg.callId,
    direction: 'outbound',
    from,
    to,
    parentSid: call.sid,
    source: '',
  });
  return call.onLeg(leg, sid, base);
}
