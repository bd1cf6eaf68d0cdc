/** A call that comes in and is not answered yet. */
import type { Agreed } from '../rtp/agreed.ts';
import type { RtpSession } from '../rtp/rtp-session.ts';
import { type Dialog, newTag, routesOf, tagOf, targetOf } from './dialog.ts';
import { type Leg, openLeg } from './leg.ts';
import { type SipAddress, type SipRequest, type SipResponse, userOf } from './message.ts';
import { agreeOn, answerTo, offerOf } from './negotiate.ts';
import { type Described, readSdp } from './sdp.ts';
import type { Incoming, ReplyOptions } from './sip-endpoint.ts';
import type { Surroundings } from './user-agent.ts';

export interface Invitation {
  readonly callId: string;
  readonly from: string;
  readonly to: string;
  readonly request: SipRequest;
  /** Address that it came from. */
  readonly source: string;
  /** Aborted when the caller gave up, or it was refused. */
  readonly over: AbortSignal;
  ring(): void;
  /** `null`: the caller gave up meanwhile. @throws {NoPortError} */
  answer(): Promise<Leg | null>;
  refuse(status: number, reason: string): void;
}

export interface InvitationInside extends Invitation {
  cancel(): void;
}

/** `null`: refused at once, since it offers no sound that we know. */
export function takeInvitation(
  around: Surroundings,
  incoming: Incoming,
  onSettled: () => void,
): InvitationInside | null {
  const { request, from: source } = incoming;
  const { headers, content } = request;
  const ours = { ...headers.to, params: { ...headers.to.params, tag: newTag() } };
  const reply: Reply = ([status, reason], more = {}) =>
    around.endpoint.reply(request, [status, reason], { ...more, headers: { to: ours, ...more.headers } });
  const theirs = content ? readSdp(content) : null;
  const agreed = theirs && agreeOn(theirs, source.address);
  if (content && !agreed) {
    reply([488, 'Not Acceptable Here']);
    return null;
  }
  const dialog = dialogOf(incoming, ours, around.contact);
  const contact = [{ uri: around.contact, params: {} }];
  const over = new AbortController();
  let settled = false;
  const settle = (): boolean => {
    if (settled) return false;
    settled = true;
    onSettled();
    return true;
  };
  const refuse = (status: number, reason: string) => {
    if (!settle()) return;
    reply([status, reason]);
    over.abort();
  };
  return {
    callId: dialog.callId,
    from: userOf(headers.from),
    to: userOf(headers.to),
    request,
    source: source.address,
    over: over.signal,
    ring: () => {
      if (!settled) reply([180, 'Ringing'], { headers: { contact } });
    },
    async answer() {
      const rtp = await around.openSound();
      if (settle()) return stand(around, { request, dialog, reply, rtp, theirs, agreed });
      rtp.close();
      return null;
    },
    refuse,
    cancel: () => refuse(487, 'Request Terminated'),
  };
}

type Reply = (status: readonly [number, string], more?: ReplyOptions) => SipResponse;

const dialogOf = ({ request, from }: Incoming, ours: SipAddress, contact: string): Dialog => ({
  callId: request.headers['call-id'],
  ours,
  theirs: request.headers.from,
  target: targetOf(request, request.headers.from.uri),
  routes: routesOf(request.headers),
  to: from,
  contact,
});

interface Standing {
  readonly request: SipRequest;
  readonly dialog: Dialog;
  readonly reply: Reply;
  readonly rtp: RtpSession;
  readonly theirs: Described | null;
  readonly agreed: Agreed | null;
}

/** The 200, and the leg that it begins. */
function stand(around: Surroundings, { request, dialog, reply, rtp, theirs, agreed }: Standing): Leg {
  const { endpoint, address, contact, enter } = around;
  const { headers } = request;
  let leave = () => {};
  const leg = openLeg({
    endpoint,
    dialog,
    rtp,
    address,
    from: userOf(headers.from),
    to: userOf(headers.to),
    sequence: 1,
    theirSequence: headers.cseq.seq,
    onEnd: () => leave(),
  });
  leave = enter(dialog.callId, tagOf(dialog.ours), leg);
  const at = { at: { address, port: rtp.port }, version: 1 };
  if (agreed) rtp.agree(agreed);
  const response = reply([200, 'OK'], {
    headers: {
      contact: [{ uri: contact, params: {} }],
      'content-type': 'application/sdp',
      ...(dialog.routes.length > 0 ? { 'record-route': dialog.routes } : {}),
    },
    content: theirs && agreed ? answerTo(theirs, agreed, at) : offerOf(at),
  });
  leg.untilAcknowledged(response, headers.cseq.seq, agreed === null);
  return leg;
}
