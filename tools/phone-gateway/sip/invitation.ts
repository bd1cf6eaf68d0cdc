/** A call that comes in and is not answered yet. */
import type { RtpSession } from '../rtp/rtp-session.ts';
import { type Dialog, newTag, routesOf, targetOf } from './dialog.ts';
import { type Leg, type LegInside, openLeg } from './leg.ts';
import { type SipRequest, userOf } from './message.ts';
import { agreeOn, answerTo, offerOf } from './negotiate.ts';
import { readSdp } from './sdp.ts';
import type { Incoming } from './sip-endpoint.ts';
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
  { request, from: source }: Incoming,
  onSettled: () => void,
): InvitationInside | null {
  const { endpoint, address, contact } = around;
  const { headers, content } = request;
  const theirs = content ? readSdp(content) : null;
  const agreed = theirs && agreeOn(theirs, source.address);
  const over = new AbortController();
  const ours = { ...headers.to, params: { ...headers.to.params, tag: newTag() } };
  let settled = false;
  const settle = (): boolean => {
    if (settled) return false;
    settled = true;
    onSettled();
    return true;
  };
  const reply = (status: number, reason: string, more: { headers?: Record<string, unknown>; content?: string } = {}) =>
    endpoint.reply(request, [status, reason], { ...more, headers: { to: ours, ...more.headers } });
  const refuse = (status: number, reason: string) => {
    if (!settle()) return;
    reply(status, reason);
    over.abort();
  };
  if (content && !agreed) {
    reply(488, 'Not Acceptable Here');
    return null;
  }
  const dialog: Dialog = {
    callId: headers['call-id'],
    ours,
    theirs: headers.from,
    target: targetOf(request, headers.from.uri),
    routes: routesOf(headers),
    to: source,
    contact,
  };
  const stand = (rtp: RtpSession): LegInside => {
    const tag = ours.params.tag;
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
    leave = around.enter(dialog.callId, tag, leg);
    return leg;
  };
  return {
    callId: dialog.callId,
    from: userOf(headers.from),
    to: userOf(headers.to),
    request,
    source: source.address,
    over: over.signal,
    ring: () => {
      if (!settled) reply(180, 'Ringing', { headers: { contact: [{ uri: contact, params: {} }] } });
    },
    async answer() {
      const rtp = await around.openSound();
      if (!settle()) {
        rtp.close();
        return null;
      }
      const leg = stand(rtp);
      const at = { at: { address, port: rtp.port }, version: 1 };
      const description = theirs && agreed ? answerTo(theirs, agreed, at) : offerOf(at);
      if (agreed) rtp.agree(agreed);
      else leg.awaitsAnswer();
      const response = reply(200, 'OK', {
        headers: {
          contact: [{ uri: contact, params: {} }],
          'content-type': 'application/sdp',
          ...(dialog.routes.length > 0 ? { 'record-route': dialog.routes } : {}),
        },
        content: description,
      });
      leg.untilAcknowledged(response, headers.cseq.seq);
      return leg;
    },
    refuse,
    cancel: () => refuse(487, 'Request Terminated'),
  };
}
