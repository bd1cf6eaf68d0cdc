/** A call of ours: rings for a while, and is answered, refused, or taken back. */
import { randomUUID } from 'node:crypto';
import type { Endpoint } from '../rtp/known-peer.ts';
import type { RtpSession } from '../rtp/rtp-session.ts';
import { type Dialog, newTag, requestIn, routesOf, tagOf, targetOf } from './dialog.ts';
import { type Leg, openLeg } from './leg.ts';
import { type SipRequest, type SipResponse, userOf } from './message.ts';
import { agreeOn, offerOf } from './negotiate.ts';
import { readSdp } from './sdp.ts';
import type { Surroundings } from './user-agent.ts';

export interface DialOptions {
  /** `sip:1001@192.168.1.10` */
  readonly uri: string;
  readonly to: Endpoint;
  /** Our number, as the called phone shows it. */
  readonly from: string;
  readonly ringMs: number;
  /** Takes the call back while it rings. */
  readonly signal: AbortSignal;
  readonly onRinging?: () => void;
  readonly headers?: Record<string, string>;
}

export type Dialled =
  | { readonly outcome: 'answered'; readonly leg: Leg }
  | { readonly outcome: 'busy' | 'no-answer' | 'failed' | 'taken-back'; readonly status: number };

const busy = new Set([486, 600, 603]);
const nobody = new Set([408, 480, 487]);
const outcomeOf = (status: number): 'busy' | 'no-answer' | 'failed' => {
  if (busy.has(status)) return 'busy';
  return nobody.has(status) ? 'no-answer' : 'failed';
};

/** Rejects with a NoPortError alone. */
export async function dialOut(around: Surroundings, options: DialOptions): Promise<Dialled> {
  const rtp = await around.openSound();
  if (!options.signal.aborted) return ring(around, options, rtp);
  rtp.close();
  return { outcome: 'taken-back', status: 487 };
}

function ring(around: Surroundings, options: DialOptions, rtp: RtpSession): Promise<Dialled> {
  const { endpoint, address, contact } = around;
  const { uri, to, from, signal, ringMs, onRinging = () => {} } = options;
  const { promise, resolve } = Promise.withResolvers<Dialled>();
  const dialog: Dialog = {
    callId: randomUUID(),
    ours: { uri: `sip:${encodeURIComponent(from)}@${contact.replace(/^sip:hoi@/, '')}`, params: { tag: newTag() } },
    theirs: { uri, params: {} },
    target: uri,
    routes: [],
    to,
    contact,
  };
  const headers = { 'content-type': 'application/sdp', ...options.headers };
  const content = offerOf({ at: { address, port: rtp.port }, version: 1 });
  const invite = requestIn(dialog, 'INVITE', { sequence: 1, headers, content });
  const answers = new Map<string, () => void>();
  let decided = false;
  let provisional = false;
  let takenBack = false;
  let cancelSent = false;

  const decide = (dialled: Dialled) => {
    if (decided) return;
    decided = true;
    clearTimeout(timer);
    signal.removeEventListener('abort', takeBack);
    if (dialled.outcome !== 'answered') rtp.close();
    resolve(dialled);
  };
  const cancel = () => {
    takenBack = true;
    if (!provisional || cancelSent) return;
    cancelSent = true;
    endpoint.request(cancelOf(invite), to, () => {});
  };
  const takeBack = () => {
    cancel();
    decide({ outcome: 'taken-back', status: 487 });
  };
  const giveUp = () => {
    cancel();
    decide({ outcome: 'no-answer', status: 480 });
  };
  const timer = setTimeout(giveUp, ringMs);
  signal.addEventListener('abort', takeBack);

  /** A 200: from whom we wanted, from another phone of a fork, or after we had given up. */
  const answered = (response: SipResponse) => {
    const tag = tagOf(response.headers.to);
    const acknowledge = answers.get(tag);
    if (acknowledge) return acknowledge();
    const full: Dialog = {
      ...dialog,
      theirs: response.headers.to,
      target: targetOf(response, uri),
      routes: [...routesOf(response.headers)].reverse(),
    };
    const ack = () => endpoint.send(requestIn(full, 'ACK', { sequence: 1 }), to);
    answers.set(tag, ack);
    ack();
    const bye = () => void endpoint.request(requestIn(full, 'BYE', { sequence: 2 }), to, () => {});
    const theirs = readSdp(response.content ?? '');
    const agreed = theirs && agreeOn(theirs, to.address);
    if (decided || takenBack) return bye();
    if (!agreed) {
      bye();
      return decide({ outcome: 'failed', status: 488 });
    }
    rtp.agree(agreed);
    let leave = () => {};
    const leg = openLeg({
      endpoint,
      dialog: full,
      rtp,
      address,
      from: userOf(full.theirs),
      to: from,
      sequence: 1,
      theirSequence: 0,
      onEnd: () => leave(),
    });
    leave = around.enter(dialog.callId, tagOf(dialog.ours), leg);
    decide({ outcome: 'answered', leg });
  };

  endpoint.request(invite, to, (response) => {
    if (response.status < 200) {
      provisional = true;
      if (takenBack) return cancel();
      if (response.status >= 180 && !decided) onRinging();
      return;
    }
    if (response.status < 300) return answered(response);
    decide({ outcome: outcomeOf(response.status), status: response.status });
  });
  return promise;
}

/** With the branch of its INVITE, by which the other side finds it. */
const cancelOf = ({ uri, headers }: SipRequest): SipRequest => ({
  method: 'CANCEL',
  uri,
  headers: {
    via: headers.via.slice(0, 1).map((via) => ({ ...via, params: { ...via.params } })),
    'max-forwards': 70,
    from: headers.from,
    to: headers.to,
    'call-id': headers['call-id'],
    cseq: { seq: headers.cseq.seq, method: 'CANCEL' },
  },
});
