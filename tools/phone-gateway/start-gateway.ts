/** The gateway as one running thing: SIP and sound on one side, the application's hooks on the other. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { SpeechToText, TextToSpeech } from '../../channels/speech/ports.ts';
import { type Application, answerCall } from './answer-call.ts';
import type { Endpoint } from './rtp/known-peer.ts';
import { openPaceClock } from './rtp/pace-clock.ts';
import { openPortPool, type PortRange } from './rtp/port-pool.ts';
import type { Dialled } from './sip/dial-out.ts';
import type { Invitation } from './sip/invitation.ts';
import { uriOf } from './sip/message.ts';
import { openUserAgent, type UserAgent } from './sip/user-agent.ts';
import type { CallParts, CallSettings, DialRequest, TurnTimes } from './verbs/call.ts';
import { type HookSettings, openHooks } from './verbs/hooks.ts';
import { openPrompts } from './verbs/prompts.ts';

export interface GatewayOptions {
  readonly address: string;
  /** 0: whatever the system gives. */
  readonly port: number;
  readonly publicAddress: string | null;
  readonly sound: PortRange;
  /** Who may call: addresses; `null`: everybody who reaches us. */
  readonly allowed: ReadonlySet<string> | null;
  /** Where numbers are dialled; `null`: only whole SIP addresses are. */
  readonly trunk: Endpoint | null;
  readonly mostCalls: number;
  readonly hooks: HookSettings;
  readonly application: Application;
  readonly calls: CallSettings;
  readonly listen: SpeechToText | null;
  readonly voice: TextToSpeech | null;
  readonly onError: (error: unknown) => void;
  readonly onTurn?: (times: TurnTimes) => void;
}

export interface Gateway {
  readonly at: Endpoint;
  /** What is in use at this moment: all of it is 0 when nobody calls. */
  readonly inUse: {
    readonly calls: number;
    readonly legs: number;
    readonly sounds: number;
    readonly listeners: number;
  };
  /** Resolves when no call is under way. */
  settled(): Promise<void>;
  /** Says goodbye to everybody and ends. */
  stop(): Promise<void>;
}

export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { address, allowed, mostCalls, application, onError, onTurn } = options;
  const clock = openPaceClock();
  const ports = openPortPool(address, options.sound);
  const calls = new Set<Promise<void>>();
  const agent: UserAgent = await openUserAgent({
    address,
    port: options.port,
    publicAddress: options.publicAddress,
    ports,
    clock,
    allows: (source) => allowed === null || allowed.has(source),
    onInvitation: (invitation) => take(invitation),
    onError,
  });
  const parts: CallParts = {
    hooks: openHooks(options.hooks),
    listen: options.listen,
    prompts: openPrompts(options.voice),
    settings: options.calls,
    dial: (request) => dialNumber(agent, options.trunk, request),
    onError,
    onTurn,
  };
  const take = (invitation: Invitation): void => {
    if (calls.size >= mostCalls) {
      invitation.refuse(486, 'Busy Here');
      return;
    }
    const call = answerCall(invitation, parts, application)
      .catch(onError)
      .finally(() => calls.delete(call));
    calls.add(call);
  };
  const settled = async () => {
    while (calls.size > 0) await Promise.all(calls);
  };
  return {
    at: { address, port: agent.port },
    get inUse() {
      return { calls: calls.size, legs: agent.legs, sounds: ports.inUse, listeners: clock.listeners };
    },
    settled,
    async stop() {
      await agent.close();
      await settled();
    },
  };
}

const failed = (status: number): Dialled => ({ outcome: 'failed', status });
const usualPort = 5060;

/** Numbers go to the trunk; whole SIP addresses where they say. */
async function dialNumber(agent: UserAgent, trunk: Endpoint | null, { to, ...request }: DialRequest): Promise<Dialled> {
  if (!to.startsWith('sip:')) {
    if (trunk === null || !/^\+?[\d*#]{1,20}$/.test(to)) return failed(404);
    return agent.dial({ ...request, uri: `sip:${to}@${trunk.address}:${trunk.port}`, to: trunk });
  }
  const uri = uriOf(to);
  if (uri === null) return failed(484);
  const address = isIP(uri.host) ? uri.host : (await lookup(uri.host).catch(() => null))?.address;
  if (address === undefined) return failed(404);
  return agent.dial({ ...request, uri: to, to: { address, port: Number.isNaN(uri.port) ? usualPort : uri.port } });
}
