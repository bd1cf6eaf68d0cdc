/** One end of a call that stands: its dialog, its sound, and the one moment at which it ends. */
import type { RtpSession } from '../rtp/rtp-session.ts';
import { type Dialog, requestIn, tagOf } from './dialog.ts';
import { headerText, type SipRequest, type SipResponse } from './message.ts';
import { agreeOn, answerTo, offerOf } from './negotiate.ts';
import { readSdp } from './sdp.ts';
import type { Incoming, SipEndpoint } from './sip-endpoint.ts';

export interface LegEnd {
  readonly by: 'us' | 'them';
  /** For the log: `bye`, `no-ack`, `no-sound`, … */
  readonly why: string;
}

export interface Leg {
  readonly callId: string;
  /** The other side's number or name, and the one that it called or was called by. */
  readonly from: string;
  readonly to: string;
  readonly rtp: RtpSession;
  /** Aborted at the end. */
  readonly gone: AbortSignal;
  readonly ended: Promise<LegEnd>;
  /** Goodbye, once; afterwards nothing happens. */
  hangUp(why?: string): void;
  /** A key as a SIP message, for those who take none in the sound. */
  inform(key: string): void;
}

export interface LegParts {
  readonly endpoint: SipEndpoint;
  readonly dialog: Dialog;
  readonly rtp: RtpSession;
  readonly from: string;
  readonly to: string;
  /** Address that is written into descriptions. */
  readonly address: string;
  /** Where ours begin to count; theirs so far. */
  readonly sequence: number;
  readonly theirSequence: number;
  readonly onEnd: () => void;
}

export interface LegInside extends Leg {
  /** Requests of the other side within this call. */
  onRequest(incoming: Incoming): void;
  /** Repeats a 200 until its ACK comes. */
  untilAcknowledged(response: SipResponse, sequence: number): void;
  /** They answer in the ACK what we offered in the 200. */
  awaitsAnswer(): void;
}

const firstWait = 500;
const longestWait = 4_000;
const patience = 32_000;

export function openLeg(parts: LegParts): LegInside {
  const { endpoint, dialog, rtp, onEnd } = parts;
  const { promise: ended, resolve } = Promise.withResolvers<LegEnd>();
  const gone = new AbortController();
  let { sequence, theirSequence } = parts;
  let version = 1;
  let waitsForAnswer = false;
  let unacknowledged: { sequence: number; timer: NodeJS.Timeout } | null = null;

  const finish = (end: LegEnd) => {
    if (gone.signal.aborted) return;
    if (unacknowledged) clearTimeout(unacknowledged.timer);
    rtp.close();
    onEnd();
    gone.abort();
    resolve(end);
  };
  const hangUp = (why = 'bye') => {
    if (gone.signal.aborted) return;
    sequence += 1;
    endpoint.request(requestIn(dialog, 'BYE', { sequence }), dialog.to, () => {});
    finish({ by: 'us', why });
  };
  const untilAcknowledged = (response: SipResponse, of: number) => {
    if (unacknowledged) clearTimeout(unacknowledged.timer);
    const again = (wait: number, waited: number) => {
      const timer = setTimeout(() => {
        if (waited >= patience) return hangUp('no-ack');
        endpoint.replyAgain(dialog.to, response);
        again(Math.min(wait * 2, longestWait), waited + wait);
      }, wait);
      unacknowledged = { sequence: of, timer };
    };
    again(firstWait, 0);
  };
  const accept = (request: SipRequest, content: string) => {
    version += 1;
    const response = endpoint.reply(request, [200, 'OK'], {
      headers: { contact: [{ uri: dialog.contact, params: {} }], 'content-type': 'application/sdp' },
      content,
    });
    untilAcknowledged(response, request.headers.cseq.seq);
  };
  const renegotiate = (request: SipRequest) => {
    const at = { address: parts.address, port: rtp.port };
    if (!request.content) {
      waitsForAnswer = true;
      return accept(request, offerOf({ at, version: version + 1 }));
    }
    const theirs = readSdp(request.content);
    const agreed = theirs && agreeOn(theirs, dialog.to.address);
    if (!theirs || !agreed) return void endpoint.reply(request, [488, 'Not Acceptable Here']);
    accept(request, answerTo(theirs, agreed, { at, version: version + 1 }));
    rtp.agree(agreed);
  };
  const acknowledged = ({ headers, content }: SipRequest) => {
    if (unacknowledged?.sequence !== headers.cseq.seq) return;
    clearTimeout(unacknowledged.timer);
    unacknowledged = null;
    if (!waitsForAnswer) return;
    waitsForAnswer = false;
    const theirs = readSdp(content ?? '');
    const agreed = theirs && agreeOn(theirs, dialog.to.address);
    if (agreed) rtp.agree(agreed);
    else hangUp('no-answer-to-our-offer');
  };

  const onRequest = ({ request }: Incoming) => {
    const { method, headers } = request;
    if (method === 'ACK') return acknowledged(request);
    if (headers.cseq.seq <= theirSequence) return void endpoint.reply(request, [500, 'Out Of Order']);
    theirSequence = headers.cseq.seq;
    if (method === 'BYE') {
      endpoint.reply(request, [200, 'OK']);
      return finish({ by: 'them', why: 'bye' });
    }
    if (method === 'INVITE') return renegotiate(request);
    if (method === 'INFO') {
      endpoint.reply(request, [200, 'OK']);
      const key = keyIn(request);
      return key === null ? undefined : rtp.keyed(key);
    }
    endpoint.reply(request, method === 'OPTIONS' ? [200, 'OK'] : [405, 'Method Not Allowed'], { headers: { allow } });
  };

  return {
    callId: dialog.callId,
    from: parts.from,
    to: parts.to,
    rtp,
    gone: gone.signal,
    ended,
    hangUp,
    inform(key) {
      if (gone.signal.aborted) return;
      sequence += 1;
      const headers = { 'content-type': 'application/dtmf-relay' };
      const content = `Signal=${key}\r\nDuration=100\r\n`;
      endpoint.request(requestIn(dialog, 'INFO', { sequence, headers, content }), dialog.to, () => {});
    },
    onRequest,
    untilAcknowledged,
    awaitsAnswer() {
      waitsForAnswer = true;
    },
  };
}

export const allow = 'INVITE, ACK, CANCEL, BYE, OPTIONS, INFO';

/** Of `application/dtmf-relay` (`Signal=5`) and `application/dtmf` (`5`). */
function keyIn({ headers, content = '' }: SipRequest): string | null {
  const type = headerText(headers, 'content-type').toLowerCase();
  if (type.startsWith('application/dtmf-relay')) return /^Signal\s*=\s*([0-9*#A-D])\s*$/im.exec(content)?.[1] ?? null;
  if (type.startsWith('application/dtmf')) return /^\s*([0-9*#A-D])\s*$/.exec(content)?.[1] ?? null;
  return null;
}

export const ourTag = (dialog: Dialog): string => tagOf(dialog.ours);
