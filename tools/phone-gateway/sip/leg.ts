/** One end of a call that stands: its dialog, its sound, and the one moment at which it ends. */
import type { RtpSession } from '../rtp/rtp-session.ts';
import { type Dialog, requestIn } from './dialog.ts';
import { keyIn } from './key-message.ts';
import type { SipRequest, SipResponse } from './message.ts';
import { agreeOn, answerTo, offerOf } from './negotiate.ts';
import { repeatUntilAck } from './repeat-until-ack.ts';
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
  /** A request of ours within the call. */
  ask(method: string, headers: Record<string, string>, content: string): void;
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
  /** Repeats a 200 until its ACK comes. @param offered they answer in the ACK what we offered in it. */
  untilAcknowledged(response: SipResponse, sequence: number, offered: boolean): void;
}

export const allow = 'INVITE, ACK, CANCEL, BYE, OPTIONS, INFO';

export function openLeg(parts: LegParts): LegInside {
  const { endpoint, dialog, rtp, onEnd } = parts;
  const { promise: ended, resolve } = Promise.withResolvers<LegEnd>();
  const gone = new AbortController();
  let { sequence, theirSequence } = parts;
  const finish = (end: LegEnd) => {
    if (gone.signal.aborted) return;
    sound.stop();
    rtp.close();
    onEnd();
    gone.abort();
    resolve(end);
  };
  const ask: Leg['ask'] = (method, headers, content) => {
    if (gone.signal.aborted) return;
    sequence += 1;
    endpoint.request(requestIn(dialog, method, { sequence, headers, content }), dialog.to, () => {});
  };
  const hangUp = (why = 'bye') => {
    ask('BYE', {}, '');
    finish({ by: 'us', why });
  };
  const sound = agreeInside(parts, hangUp);
  const onRequest = ({ request }: Incoming) => {
    const { method, headers } = request;
    if (method === 'ACK') return sound.acknowledged(request);
    if (headers.cseq.seq <= theirSequence) return void endpoint.reply(request, [500, 'Out Of Order']);
    theirSequence = headers.cseq.seq;
    if (method === 'INVITE') return sound.offered(request);
    const known = method === 'BYE' || method === 'INFO' || method === 'OPTIONS';
    endpoint.reply(request, known ? [200, 'OK'] : [405, 'Method Not Allowed'], { headers: { allow } });
    if (method === 'BYE') finish({ by: 'them', why: 'bye' });
    const key = method === 'INFO' ? keyIn(request) : null;
    if (key !== null) rtp.keyed(key);
  };
  const { from, to } = parts;
  const { untilAcknowledged } = sound;
  return { callId: dialog.callId, from, to, rtp, gone: gone.signal, ended, hangUp, ask, onRequest, untilAcknowledged };
}

/** What the two agree upon while the call stands: another place for the sound, hold, a codec. */
function agreeInside({ endpoint, dialog, rtp, address }: LegParts, hangUp: (why: string) => void) {
  const repeating = repeatUntilAck(() => hangUp('no-ack'));
  let version = 1;
  let waitsForAnswer = false;
  const untilAcknowledged: LegInside['untilAcknowledged'] = (response, sequence, offered) => {
    waitsForAnswer = offered;
    repeating.begin(sequence, () => endpoint.replyAgain(dialog.to, response));
  };
  const accept = (request: SipRequest, content: string, offered: boolean) => {
    const headers = { contact: [{ uri: dialog.contact, params: {} }], 'content-type': 'application/sdp' };
    untilAcknowledged(endpoint.reply(request, [200, 'OK'], { headers, content }), request.headers.cseq.seq, offered);
  };
  return {
    untilAcknowledged,
    stop: repeating.stop,
    offered(request: SipRequest) {
      version += 1;
      const at = { at: { address, port: rtp.port }, version };
      if (!request.content) return accept(request, offerOf(at), true);
      const theirs = readSdp(request.content);
      const agreed = theirs && agreeOn(theirs, dialog.to.address);
      if (!theirs || !agreed) return void endpoint.reply(request, [488, 'Not Acceptable Here']);
      accept(request, answerTo(theirs, agreed, at), false);
      rtp.agree(agreed);
    },
    acknowledged({ headers, content }: SipRequest) {
      if (!repeating.acknowledged(headers.cseq.seq) || !waitsForAnswer) return;
      waitsForAnswer = false;
      const theirs = readSdp(content ?? '');
      const agreed = theirs && agreeOn(theirs, dialog.to.address);
      if (agreed) rtp.agree(agreed);
      else hangUp('no-answer-to-our-offer');
    },
  };
}
