/** A TwiML provider, simulated: forms with its signature, and TwiML read back. */
import { createHmac } from 'node:crypto';
import { type HTMLElement, parse } from 'node-html-parser';
import type { Dialled, Gathered, Orders, ProviderSide, SentHook, SimulatedCall } from './provider-side.ts';

export interface TwimlSideOptions {
  readonly token: string;
  /** Our address as the provider calls it. */
  readonly publicUrl: string;
}

export function twimlSide({ token, publicUrl }: TwimlSideOptions): ProviderSide {
  const hook = (path: string, fields: Readonly<Record<string, string>>): SentHook => {
    const signed = Object.keys(fields)
      .toSorted()
      .reduce((sum, name) => `${sum}${name}${fields[name]}`, `${publicUrl}${path}`);
    return {
      path,
      body: new URLSearchParams(fields).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': createHmac('sha1', token).update(signed, 'utf8').digest('base64'),
      },
    };
  };
  return {
    name: 'twiml',
    start: (call) => hook('/hotline/twiml/call', { ...baseOf(call), CallStatus: 'ringing' }),
    gathered: (call, to, what) => hook(to, { ...baseOf(call), ...gatheredOf(what) }),
    whisper: (call, to) => hook(to, { ...baseOf(call), CallSid: `${call.callId}-officer`, ParentCallSid: call.callId }),
    dialled: (call, to, outcome) => hook(to, { ...baseOf(call), ...dialledOf(outcome) }),
    ended: (call) => hook('/hotline/twiml/status', { ...baseOf(call), CallStatus: 'completed', CallDuration: '31' }),
    read: (body) => ordersOf(responseOf(body)),
    readWhisper: (body) => textOf(responseOf(body)),
  };
}

/** Names of elements and attributes come back in small letters. */
function responseOf(body: string): HTMLElement {
  const response = parse(body).querySelector('response');
  if (!response) throw new Error(`There is no Response in ${body}`);
  return response;
}

const textOf = (element: HTMLElement): string => element.text.trim();

function ordersOf(response: HTMLElement): Orders {
  const say = response.querySelectorAll('say').map(textOf).join(' ');
  const gather = response.querySelector('gather');
  if (gather)
    return {
      say,
      next: {
        do: 'gather',
        to: addressIn(gather, 'action'),
        speech: (gather.getAttribute('input') ?? '').includes('speech'),
        mostKeys: Number(gather.getAttribute('numdigits') ?? 64),
        patience: Number(gather.getAttribute('timeout')),
      },
    };
  const dial = response.querySelector('dial');
  const target = dial?.querySelector('number') ?? dial?.querySelector('sip');
  if (dial && target)
    return {
      say,
      next: {
        do: 'dial',
        officers: textOf(target),
        whisper: addressIn(target, 'url'),
        result: addressIn(dial, 'action'),
      },
    };
  if (!response.querySelector('hangup'))
    throw new Error('The reply says neither to listen, nor to dial, nor to hang up');
  return { say, next: { do: 'hang-up' } };
}

function addressIn(element: HTMLElement, name: string): string {
  const address = element.getAttribute(name);
  if (!address) throw new Error(`${element.tagName} has no ${name}`);
  return address;
}

const baseOf = ({ callId, from, to }: SimulatedCall): Record<string, string> => ({
  CallSid: callId,
  AccountSid: 'AC-test',
  From: from ?? 'anonymous',
  To: to,
  CallStatus: 'in-progress',
  ApiVersion: '2010-04-01',
  Direction: 'inbound',
});

function gatheredOf(what: Gathered): Record<string, string> {
  if (what.kind === 'digits') return { Digits: what.digits };
  if (what.kind === 'speech') return { SpeechResult: what.text, Confidence: String(what.confidence) };
  return what.kind === 'not-understood' ? { SpeechResult: 'ờ', Confidence: '0.1' } : {};
}

const dialledOf = (outcome: Dialled): Record<string, string> => ({
  DialCallStatus: outcome,
  DialCallSid: 'CA-officer',
  ...(outcome === 'completed' ? { DialCallDuration: '42' } : {}),
});
