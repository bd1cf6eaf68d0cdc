/** What every verb needs of the call that it is done in. */
import { randomUUID } from 'node:crypto';
import type { SpeechToText } from '../../../channels/speech/ports.ts';
import type { VoiceSettings } from '../media/voice-activity.ts';
import type { Dialled } from '../sip/dial-out.ts';
import type { Leg } from '../sip/leg.ts';
import type { Hooks } from './hooks.ts';
import type { Prompts } from './prompts.ts';

/** One turn, stage by stage; milliseconds of the clock that `performance.now` is. */
export interface TurnTimes {
  readonly callSid: string;
  /** The silence was long enough; `null`: keys or a timeout. */
  readonly speechEndedAt: number | null;
  readonly recogniseFrom: number | null;
  readonly recognisedAt: number | null;
  readonly hookFrom: number;
  readonly hookedAt: number;
  /** The first sentence was made; `null`: nothing to say. */
  readonly voicedAt: number | null;
  readonly firstSoundAt: number | null;
}

export interface CallSettings {
  readonly voice: VoiceSettings;
  /** `voice`: a voice alone breaks in, whatever the verb says of words. */
  readonly bargeInBy: 'words' | 'voice';
}

export interface DialRequest {
  /** Number, or SIP address. */
  readonly to: string;
  readonly from: string;
  readonly ringMs: number;
  readonly signal: AbortSignal;
  readonly onRinging: () => void;
}

export interface CallParts {
  readonly hooks: Hooks;
  readonly listen: SpeechToText | null;
  readonly prompts: Prompts;
  readonly settings: CallSettings;
  dial(request: DialRequest): Promise<Dialled>;
  /** Told of what went wrong; the call goes on. */
  readonly onError: (error: unknown) => void;
  readonly onTurn?: ((times: TurnTimes) => void) | undefined;
}

export interface Call extends CallParts {
  readonly sid: string;
  readonly leg: Leg;
  /** Base fields of every payload, with these over them. */
  payload(more?: object): object;
  /** Tells the status hook; that one failing is told of and changes nothing. */
  tellStatus(more: object): Promise<void>;
  /** The same call's other leg. */
  onLeg(leg: Leg, sid: string, base: object): Call;
}

export interface CallStart extends CallParts {
  readonly leg: Leg;
  readonly sid: string;
  readonly base: object;
  /** `null`: nobody wants to know. */
  readonly statusHook: string | null;
}

export function openCall(start: CallStart): Call {
  const { base, hooks, statusHook, onError } = start;
  const payload = (more: object = {}) => ({ ...base, ...more });
  return {
    ...start,
    payload,
    async tellStatus(more) {
      if (statusHook !== null) await hooks.post(statusHook, payload(more)).catch(onError);
    },
    onLeg: (leg, sid, otherBase) => openCall({ ...start, leg, sid, base: otherBase }),
  };
}

export interface Identity {
  readonly sid: string;
  readonly sipCallId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly from: string;
  readonly to: string;
  readonly parentSid: string | null;
  readonly source: string;
}

export const newSid = (): string => randomUUID();

/** As the webhooks of jambonz spell it; accounts and applications are names of this gateway. */
export const basePayload = (who: Identity): Record<string, unknown> => ({
  call_sid: who.sid,
  direction: who.direction,
  from: who.from,
  to: who.to,
  call_id: who.sipCallId,
  sbc_callid: who.sipCallId,
  sip_status: 200,
  sip_reason: 'OK',
  call_status: 'in-progress',
  account_sid: 'phone-gateway',
  application_sid: 'phone-gateway',
  trace_id: who.sid,
  originating_sip_ip: who.source,
  ...(who.parentSid === null ? {} : { parent_call_sid: who.parentSid }),
});
