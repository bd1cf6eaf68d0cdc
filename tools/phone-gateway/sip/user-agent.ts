/** Takes calls and makes calls: one SIP port, any number of legs, each with a port of its own for its sound. */
import type { PaceClock } from '../rtp/pace-clock.ts';
import type { PortPool } from '../rtp/port-pool.ts';
import { openRtpSession, type RtpSession } from '../rtp/rtp-session.ts';
import { type Dialled, type DialOptions, dialOut } from './dial-out.ts';
import { dialogKey, tagOf } from './dialog.ts';
import { type Invitation, type InvitationInside, takeInvitation } from './invitation.ts';
import { allow, type LegInside } from './leg.ts';
import { headerText, type SipRequest } from './message.ts';
import { type Incoming, openSipEndpoint, type SipEndpoint } from './sip-endpoint.ts';

export interface UserAgentOptions {
  readonly address: string;
  readonly port: number;
  /** Address that others reach us by; `null`: the one that we are bound to. */
  readonly publicAddress: string | null;
  readonly ports: PortPool;
  readonly clock: PaceClock;
  readonly allows: (address: string) => boolean;
  readonly onInvitation: (invitation: Invitation) => void;
  readonly onError: (error: unknown) => void;
  readonly loses?: (sequence: number) => boolean;
}

export interface UserAgent {
  readonly port: number;
  readonly address: string;
  dial(options: DialOptions): Promise<Dialled>;
  readonly legs: number;
  /** Says goodbye to all and closes. */
  close(): Promise<void>;
}

/** What legs share, as the files of this folder pass it on. */
export interface Surroundings {
  readonly endpoint: SipEndpoint;
  readonly address: string;
  readonly contact: string;
  openSound(): Promise<RtpSession>;
  enter(callId: string, ourTag: string, leg: LegInside): () => void;
  readonly onError: (error: unknown) => void;
}

export async function openUserAgent(options: UserAgentOptions): Promise<UserAgent> {
  const { ports, clock, onInvitation, onError, loses } = options;
  const legs = new Map<string, LegInside>();
  const invitations = new Map<string, InvitationInside>();
  const endpoint = await openSipEndpoint({ ...options, onRequest: (incoming) => receive(incoming) });
  const address = options.publicAddress ?? options.address;
  const host = address.includes(':') ? `[${address}]` : address;
  const surroundings: Surroundings = {
    endpoint,
    address,
    contact: `sip:hoi@${host}:${endpoint.port}`,
    openSound: async () => openRtpSession({ socket: await ports.take(), clock, ...(loses ? { loses } : {}) }),
    enter(callId, ourTag, leg) {
      legs.set(dialogKey(callId, ourTag), leg);
      return () => void legs.delete(dialogKey(callId, ourTag));
    },
    onError,
  };
  const receive = receiver({ surroundings, legs, invitations, onInvitation });
  return {
    port: endpoint.port,
    address,
    dial: (dialling) => dialOut(surroundings, dialling),
    get legs() {
      return legs.size;
    },
    async close() {
      for (const invitation of [...invitations.values()]) invitation.refuse(503, 'Service Unavailable');
      for (const leg of [...legs.values()]) leg.hangUp('closing');
      // The goodbyes leave before the socket is closed.
      await new Promise((resolve) => setTimeout(resolve, 20));
      await endpoint.close();
    },
  };
}

interface Receiver {
  readonly surroundings: Surroundings;
  readonly legs: ReadonlyMap<string, LegInside>;
  readonly invitations: Map<string, InvitationInside>;
  readonly onInvitation: (invitation: Invitation) => void;
}

const noSuchCall = [481, 'Call Does Not Exist'] as const;

function receiver({ surroundings, legs, invitations, onInvitation }: Receiver): (incoming: Incoming) => void {
  const { endpoint } = surroundings;
  const invite = (incoming: Incoming): void => {
    const { request } = incoming;
    const needs = headerText(request.headers, 'require');
    const key = invitationKey(request);
    if (needs !== '') endpoint.reply(request, [420, 'Bad Extension'], { headers: { unsupported: needs } });
    else if (invitations.has(key)) endpoint.reply(request, [482, 'Loop Detected']);
    else {
      endpoint.reply(request, [100, 'Trying']);
      const invitation = takeInvitation(surroundings, incoming, () => invitations.delete(key));
      if (invitation === null) return;
      invitations.set(key, invitation);
      onInvitation(invitation);
    }
  };
  const cancel = (request: SipRequest): void => {
    const invitation = invitations.get(invitationKey(request));
    endpoint.reply(request, invitation ? [200, 'OK'] : noSuchCall);
    invitation?.cancel();
  };
  return (incoming) => {
    const { request } = incoming;
    const { method, headers } = request;
    if (method === 'CANCEL') return cancel(request);
    const leg = legs.get(dialogKey(headers['call-id'], tagOf(headers.to)));
    if (leg) return leg.onRequest(incoming);
    if (method === 'ACK') return;
    if (method === 'OPTIONS') endpoint.reply(request, [200, 'OK'], { headers: { allow, accept: 'application/sdp' } });
    else if (tagOf(headers.to) !== '' || method === 'BYE' || method === 'INFO') endpoint.reply(request, noSuchCall);
    else if (method === 'INVITE') invite(incoming);
    else endpoint.reply(request, [405, 'Method Not Allowed'], { headers: { allow } });
  };
}

const invitationKey = ({ headers }: SipRequest): string =>
  `${headers['call-id']}\n${tagOf(headers.from)}\n${headers.cseq.seq}`;
