/** One call from its invitation to its end: asks the application, answers, does what it says, tells how it ended. */
import type { Invitation } from './sip/invitation.ts';
import type { Leg } from './sip/leg.ts';
import { uriOf } from './sip/message.ts';
import { basePayload, type CallParts, newSid, openCall } from './verbs/call.ts';
import { HookError } from './verbs/hooks.ts';
import { runVerbs } from './verbs/run-verbs.ts';
import type { Verb } from './verbs/verb.ts';

export interface Application {
  readonly callHook: string;
  /** `null`: not told. */
  readonly statusHook: string | null;
  /** Seconds; a call that lasts longer is ended. */
  readonly longestCall: number;
  /** Seconds without any sound from the caller, after which he is taken for gone. */
  readonly longestNothing: number;
}

const ticksASecond = 50;

/** Never rejects. */
export async function answerCall(invitation: Invitation, parts: CallParts, application: Application): Promise<void> {
  const { from, source, callId } = invitation;
  const sid = newSid();
  const to = uriOf(invitation.request.uri)?.user ?? invitation.to;
  const base = basePayload({ sid, sipCallId: callId, direction: 'inbound', from, to, parentSid: null, source });
  const verbs = await firstVerbs(invitation, parts, { application, base });
  if (verbs === null) return;
  const leg = await invitation.answer().catch((error) => {
    parts.onError(error);
    invitation.refuse(503, 'Service Unavailable');
    return null;
  });
  const { statusHook } = application;
  if (leg === null) {
    const missed = { ...base, call_status: 'no-answer', sip_status: 487, sip_reason: 'Request Terminated' };
    if (statusHook !== null) await parts.hooks.post(statusHook, missed).catch(parts.onError);
    return;
  }
  await talk({ leg, parts, application, base, sid }, verbs);
}

interface Beginning {
  readonly application: Application;
  readonly base: object;
}

/** `null`: the caller gave up, or the application failed and he was refused. */
async function firstVerbs(
  invitation: Invitation,
  parts: CallParts,
  { application, base }: Beginning,
): Promise<readonly Verb[] | null> {
  const session = {
    ...base,
    call_status: 'trying',
    sip_status: 100,
    sip_reason: 'Trying',
    caller_name: '',
    sip: { method: 'INVITE' },
  };
  try {
    const verbs = await parts.hooks.post(application.callHook, session, invitation.over);
    if (verbs) return verbs;
    invitation.refuse(480, 'Temporarily Unavailable');
  } catch (error) {
    if (invitation.over.aborted) return null;
    parts.onError(error);
    invitation.refuse(
      error instanceof HookError ? 503 : 500,
      error instanceof HookError ? 'Service Unavailable' : 'Server Error',
    );
  }
  return null;
}

interface Talking extends Beginning {
  readonly leg: Leg;
  readonly parts: CallParts;
  readonly sid: string;
}

async function talk({ leg, parts, application, base, sid }: Talking, verbs: readonly Verb[]): Promise<void> {
  const call = openCall({ ...parts, leg, sid, base, statusHook: application.statusHook });
  const begun = performance.now();
  const stopWatching = watch(leg, application);
  const told = call.tellStatus({ call_status: 'in-progress' });
  try {
    await runVerbs(call, verbs);
  } catch (error) {
    if (!leg.gone.aborted) parts.onError(error);
  }
  leg.hangUp('nothing-left-to-do');
  stopWatching();
  const { by } = await leg.ended;
  await told;
  await call.tellStatus({
    call_status: 'completed',
    duration: Math.round((performance.now() - begun) / 1000),
    call_termination_by: by === 'them' ? 'caller' : 'jambonz',
  });
}

/** Ends a call that lasts for ever, and one whose caller fell silent as lines do that break. */
function watch(leg: Leg, { longestCall, longestNothing }: Application): () => void {
  const longest = setTimeout(() => leg.hangUp('too-long'), longestCall * 1000);
  const look = setInterval(() => {
    if (leg.rtp.ticksOfNothing > longestNothing * ticksASecond) leg.hangUp('no-sound');
  }, 1_000);
  return () => {
    clearTimeout(longest);
    clearInterval(look);
  };
}
