/** A telephone without a person: dials or is called, says sounds, presses keys, keeps what it hears. */

import type { Endpoint } from '../rtp/known-peer.ts';
import { openPaceClock, type PaceClock } from '../rtp/pace-clock.ts';
import { openPortPool } from '../rtp/port-pool.ts';
import type { Dialled } from '../sip/dial-out.ts';
import type { Invitation } from '../sip/invitation.ts';
import { keyMessage } from '../sip/key-message.ts';
import type { Leg, LegEnd } from '../sip/leg.ts';
import { openUserAgent } from '../sip/user-agent.ts';
import { type Heard, keepHeard } from './heard.ts';

/** What it does when it is called. */
export type Manner = 'answers' | 'is-busy' | 'rings' | 'is-switched-off';

export interface PhoneCall {
  readonly heard: Heard;
  readonly gone: AbortSignal;
  readonly ended: Promise<LegEnd>;
  /** Resolves when it was said to the end, or the call is over. */
  say(pcm: Int16Array): Promise<void>;
  /** @param by `sound`: RFC 4733, `message`: SIP INFO. */
  press(keys: string, by?: 'sound' | 'message'): void;
  hangUp(): void;
}

export interface Phone {
  readonly at: Endpoint;
  uriOf(user: string): string;
  /** @throws when it is not answered. */
  call(number: string, gateway: Endpoint, signal?: AbortSignal): Promise<PhoneCall>;
  dial(number: string, gateway: Endpoint, signal?: AbortSignal): Promise<Dialled>;
  /** The next call that comes in and is answered. */
  nextCall(): Promise<PhoneCall>;
  /** Calls that rang here. */
  readonly rung: readonly Invitation[];
  readonly legs: number;
  readonly soundsInUse: number;
  close(): Promise<void>;
}

export interface PhoneOptions {
  readonly number?: string;
  readonly manner?: Manner;
  readonly answersAfterMs?: number;
  /** Packets of ours that get lost. */
  readonly loses?: (sequence: number) => boolean;
  readonly clock?: PaceClock;
}

const here = '127.0.0.1';
const forever = new AbortController().signal;

export async function openPhone(options: PhoneOptions = {}): Promise<Phone> {
  const { number = '0900000011', manner = 'answers', answersAfterMs = 0, loses, clock = openPaceClock() } = options;
  const ports = openPortPool(here, { from: 0, to: 0 });
  const waiting: ((call: PhoneCall) => void)[] = [];
  const answered: PhoneCall[] = [];
  const rung: Invitation[] = [];
  const agent = await openUserAgent({
    address: here,
    port: 0,
    publicAddress: null,
    ports,
    clock,
    allows: () => true,
    onInvitation: (invitation) => void beCalled(invitation),
    onError: () => {},
    ...(loses ? { loses } : {}),
  });
  const beCalled = async (invitation: Invitation) => {
    rung.push(invitation);
    if (manner === 'is-busy') return invitation.refuse(486, 'Busy Here');
    if (manner === 'is-switched-off') return invitation.refuse(404, 'Not Found');
    invitation.ring();
    if (manner === 'rings') return;
    await new Promise((resolve) => setTimeout(resolve, answersAfterMs));
    const leg = await invitation.answer();
    if (!leg) return;
    const call = callOf(leg);
    const taker = waiting.shift();
    if (taker) taker(call);
    else answered.push(call);
  };
  const dial: Phone['dial'] = (to, gateway, signal = forever) =>
    agent.dial({
      uri: `sip:${to}@${gateway.address}:${gateway.port}`,
      to: gateway,
      from: number,
      ringMs: 30_000,
      signal,
    });
  return {
    at: { address: here, port: agent.port },
    uriOf: (user) => `sip:${user}@${here}:${agent.port}`,
    dial,
    async call(to, gateway, signal) {
      const dialled = await dial(to, gateway, signal);
      if (dialled.outcome !== 'answered')
        throw new Error(`${to} was not answered: ${dialled.outcome} ${dialled.status}`);
      return callOf(dialled.leg);
    },
    nextCall() {
      const call = answered.shift();
      return call ? Promise.resolve(call) : new Promise((resolve) => waiting.push(resolve));
    },
    rung,
    get legs() {
      return agent.legs;
    },
    get soundsInUse() {
      return ports.inUse;
    },
    close: () => agent.close(),
  };
}

function callOf(leg: Leg): PhoneCall {
  const heard = keepHeard(leg.rtp, leg.gone);
  return {
    heard,
    gone: leg.gone,
    ended: leg.ended,
    async say(pcm) {
      const playback = leg.rtp.playout.begin();
      playback.push(pcm);
      playback.end();
      await playback.done;
    },
    press(keys, by = 'sound') {
      if (by === 'sound') leg.rtp.press(keys);
      else for (const key of keys) leg.ask('INFO', keyMessage(key).headers, keyMessage(key).content);
    },
    hangUp: () => leg.hangUp(),
  };
}
