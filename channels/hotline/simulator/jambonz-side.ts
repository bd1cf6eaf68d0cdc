/** jambonz, simulated: JSON hooks with its signature, and verbs read back. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { readSsml } from '../../speech/bridge/read-ssml.ts';
import type { Dialled, Gathered, Orders, ProviderSide, SentHook, SimulatedCall } from './provider-side.ts';

const said = z.looseObject({ text: z.string() });
const verb = z.discriminatedUnion('verb', [
  z.looseObject({ verb: z.literal('say'), text: z.string() }),
  z.looseObject({
    verb: z.literal('gather'),
    actionHook: z.string(),
    input: z.array(z.enum(['speech', 'digits'])),
    numDigits: z.number().optional(),
    maxDigits: z.number().optional(),
    timeout: z.number(),
    say: said,
  }),
  z.looseObject({
    verb: z.literal('dial'),
    actionHook: z.string(),
    confirmHook: z.string(),
    target: z.array(z.looseObject({ number: z.string().optional(), sipUri: z.string().optional() })).length(1),
  }),
  z.looseObject({ verb: z.literal('hangup') }),
]);
const verbs = z.array(verb).min(1);

export interface JambonzSideOptions {
  readonly secret: string;
  readonly now: () => Date;
}

export function jambonzSide({ secret, now }: JambonzSideOptions): ProviderSide {
  const hook = (path: string, payload: object): SentHook => {
    const body = JSON.stringify(payload);
    const seconds = Math.floor(now().getTime() / 1000);
    const mark = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    return {
      path,
      body,
      headers: { 'content-type': 'application/json', 'jambonz-signature': `t=${seconds},v1=${mark}` },
    };
  };
  return {
    name: 'jambonz',
    start: (call) => hook('/hotline/jambonz/call', startOf(call)),
    gathered: (call, to, what) => hook(to, { ...baseOf(call), ...gatheredOf(what) }),
    whisper: (call, to) =>
      hook(to, {
        ...baseOf(call),
        call_sid: `${call.callId}-officer`,
        parent_call_sid: call.callId,
        direction: 'outbound',
      }),
    dialled: (call, to, outcome) => hook(to, { ...baseOf(call), ...dialledOf(outcome) }),
    ended: (call) =>
      hook('/hotline/jambonz/status', {
        ...baseOf(call),
        call_status: 'completed',
        call_termination_by: 'caller',
        duration: 31,
      }),
    read: (body) => ordersOf(verbs.parse(JSON.parse(body))),
    readWhisper: (body) =>
      z
        .array(z.looseObject({ verb: z.literal('say'), text: z.string() }))
        .length(1)
        .parse(JSON.parse(body))[0]?.text ?? '',
  };
}

/** As a voice does that reads SSML. */
const heard = (text: string): string => (text.startsWith('<speak>') ? readSsml(text).text : text);

function ordersOf(list: z.infer<typeof verbs>): Orders {
  const say = list
    .flatMap((one) => (one.verb === 'say' ? [heard(one.text)] : one.verb === 'gather' ? [heard(one.say.text)] : []))
    .join(' ');
  const last = list.at(-1);
  if (last?.verb === 'gather')
    return {
      say,
      next: {
        do: 'gather',
        to: last.actionHook,
        speech: last.input.includes('speech'),
        mostKeys: last.numDigits ?? last.maxDigits ?? 1,
        patience: last.timeout,
      },
    };
  if (last?.verb === 'dial') {
    const [target] = last.target;
    const officers = target?.number ?? target?.sipUri ?? '';
    return { say, next: { do: 'dial', officers, whisper: last.confirmHook, result: last.actionHook } };
  }
  return { say, next: { do: 'hang-up' } };
}

const baseOf = ({ callId, from, to }: SimulatedCall) => ({
  call_sid: callId,
  direction: 'inbound',
  from: from ?? 'anonymous',
  to,
  call_id: `${callId}@sip.example`,
  sbc_callid: `${callId}-sbc`,
  sip_status: 200,
  sip_reason: 'OK',
  call_status: 'in-progress',
  account_sid: 'account-1',
  application_sid: 'application-1',
  trace_id: 'trace-1',
  fs_sip_address: '10.0.0.2:5080',
});

const startOf = (call: SimulatedCall) => ({
  ...baseOf(call),
  caller_name: '',
  sip_status: 100,
  sip_reason: 'Trying',
  call_status: 'trying',
  originating_sip_ip: '10.0.0.9',
  originating_sip_trunk_name: 'trunk-1',
  local_sip_address: '10.0.0.2:5080',
  service_provider_sid: 'provider-1',
  defaults: {
    synthesizer: { vendor: 'google', language: 'vi-VN', voice: 'vi-VN-Wavenet-A' },
    recognizer: { vendor: 'google', language: 'vi-VN' },
  },
  sip: { headers: {}, body: '', method: 'INVITE', uri: `sip:${call.to}@10.0.0.2` },
});

function gatheredOf(what: Gathered): object {
  if (what.kind === 'digits') return { reason: 'dtmfDetected', digits: what.digits };
  if (what.kind === 'speech') return { reason: 'speechDetected', speech: speechOf(what.text, what.confidence) };
  if (what.kind === 'not-understood') return { reason: 'stt-low-confidence', speech: speechOf('ờ', 0.1) };
  return what.kind === 'silence'
    ? { reason: 'timeout' }
    : { reason: 'error', details: { error: 'the recogniser has gone' } };
}

const speechOf = (transcript: string, confidence: number) => ({
  language_code: 'vi-VN',
  channel_tag: 1,
  is_final: true,
  alternatives: [{ transcript, confidence }],
  vendor: { name: 'google', evt: {} },
});

const dialledOf = (outcome: Dialled) => ({
  dial_call_sid: 'officer-1',
  dial_call_status: outcome,
  dial_sip_status: outcome === 'completed' ? 200 : outcome === 'busy' ? 486 : 480,
});
