/** A call of ours: rings for a while, and is answered, refused, or taken back. */
import { randomUUID } from 'node:crypto';
import type { Endpoint } from '../rtp/known-peer.ts';
import type { RtpSession } from '../rtp/rtp-session.ts';
import { type Dialog, newTag, requestIn, routesOf, tagOf, targetOf } from './dialog.ts';
import { type Leg, type LegInside, openLeg } from './leg.ts';
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

interface Ringing {
  readonly around: Surroundings;
  readonly options: DialOptions;
  readonly rtp: RtpSession;
  readonly dialog: Dialog;
  /** The first decision holds. `false`: it was decided already. */
  decide(dialled: Dialled): boolean;
}

function ring(around: Surroundings, options: DialOptions, rtp: RtpSession): Promise<Dialled> {
  const { uri, to, signal, ringMs, onRinging = () => {} } = options;
  const { promise, resolve } = Promise.withResolvers<Dialled>();
  const dialog = dialogOf(around, options);
  const headers = { 'content-type': 'application/sdp', ...options.headers };
  const content = offerOf({ at: { address: around.address, port: rtp.port }, version: 1 });
  const invite = requestIn(dialog, 'INVITE', { sequence: 1, headers, content });
  const cancel = cancelLater(() => around.endpoint.request(cancelOf(invite), to, () => {}));
  let decided = false;
  const decide = (dialled: Dialled): boolean => {
    if (decided) return false;
    decided = true;
    clearTimeout(timer);
    signal.removeEventListener('abort', takeBack);
    if (dialled.outcome !== 'answered') rtp.close();
    resolve(dialled);
    return true;
  };
  const giveUp = (outcome: 'taken-back' | 'no-answer', status: number) => {
    if (decide({ outcome, status })) cancel.wanted();
  };
  const takeBack = () => giveUp('taken-back', 487);
  const timer = setTimeout(() => giveUp('no-answer', 480), ringMs);
  signal.addEventListener('abort', takeBack);
  const answered = takeAnswers({ around, options: { ...options, uri }, rtp, dialog, decide });
  around.endpoint.request(invite, to, (response) => {
    if (response.status >= 300) return void decide({ outcome: outcomeOf(response.status), status: response.status });
    if (response.status >= 200) return answered(response);
    cancel.possible();
    if (response.status >= 180 && !decided) onRinging();
  });
  return promise;
}

const dialogOf = ({ contact }: Surroundings, { uri, to, from }: DialOptions): Dialog => ({
  callId: randomUUID(),
  ours: { uri: `sip:${encodeURIComponent(from)}@${contact.replace(/^sip:[^@]*@/, '')}`, params: { tag: newTag() } },
  theirs: { uri, params: {} },
  target: uri,
  routes: [],
  to,
  contact,
});

/** A call may be taken back only after its first response: until then the wish waits. */
function cancelLater(send: () => void) {
  let wanted = false;
  let possible = false;
  let sent = false;
  const look = () => {
    if (!wanted || !possible || sent) return;
    sent = true;
    send();
  };
  return {
    wanted() {
      wanted = true;
      look();
    },
    possible() {
      possible = true;
      look();
    },
  };
}

/** Each 200: of the phone that we wanted, of another of a fork, or one that comes after we had given up. */
function takeAnswers(ringing: Ringing): (response: SipResponse) => void {
  const { around, options, rtp, dialog, decide } = ringing;
  const { endpoint } = around;
  const { to, uri } = options;
  const known = new Map<string, () => void>();
  return (response) => {
    const tag = tagOf(response.headers.to);
    const again = known.get(tag);
    if (again) return again();
    const full: Dialog = {
      ...dialog,
      theirs: response.headers.to,
      target: targetOf(response, uri),
      routes: [...routesOf(response.headers)].reverse(),
    };
    const acknowledge = () => endpoint.send(requestIn(full, 'ACK', { sequence: 1 }), to);
    known.set(tag, acknowledge);
    acknowledge();
    const theirs = readSdp(response.content ?? '');
    const agreed = theirs && agreeOn(theirs, to.address);
    const leg = agreed && standLater(ringing, full);
    if (agreed && leg && decide({ outcome: 'answered', leg })) {
      rtp.agree(agreed);
      return leg.enter();
    }
    endpoint.request(requestIn(full, 'BYE', { sequence: 2 }), to, () => {});
    decide({ outcome: 'failed', status: 488 });
  };
}

/** A leg that is known to the others only once it is wanted. */
function standLater({ around, options, rtp, dialog }: Ringing, full: Dialog): LegInside & { enter(): void } {
  let leave = () => {};
  const leg = openLeg({
    endpoint: around.endpoint,
    dialog: full,
    rtp,
    address: around.address,
    from: userOf(full.theirs),
    to: options.from,
    sequence: 1,
    theirSequence: 0,
    onEnd: () => leave(),
  });
  return {
    ...leg,
    enter() {
      leave = around.enter(dialog.callId, tagOf(dialog.ours), leg);
    },
  };
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
