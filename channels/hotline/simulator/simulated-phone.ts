/** A caller's telephone over HTTP: what he says, presses and hears, by a simulated provider. */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dialled, Gathered, Orders, ProviderSide, SentHook, SimulatedCall } from './provider-side.ts';

export interface Exchange {
  readonly hook: SentHook;
  readonly status: number;
  readonly reply: string;
  /** From the hook to our reply. */
  readonly ms: number;
}

export interface PhoneOptions {
  readonly side: ProviderSide;
  /** `http://127.0.0.1:3000` */
  readonly base: string;
  readonly call: SimulatedCall;
  /** The provider asks again for so long, in ms, while nobody is there; 0: it gives up at once. */
  readonly patienceMs?: number;
  /** Told of every reply: to check it by other means. */
  readonly onExchange?: (exchange: Exchange) => void;
}

export interface SimulatedPhone {
  /** What was heard last. */
  readonly heard: string;
  readonly orders: Orders;
  begin(): Promise<Orders>;
  /** What the caller does while he is listened to. */
  act(what: Gathered): Promise<Orders>;
  /** The same hook once more. */
  repeat(): Promise<Orders>;
  /** The officers' telephone while it rings; what the officer hears before he is connected. */
  pickUp(): Promise<string>;
  dialled(outcome: Dialled): Promise<Orders>;
  hangUp(): Promise<void>;
}

export class SimulatedCallError extends Error {
  readonly code = 'simulated-call';
}

export function openPhone({ side, base, call, patienceMs = 0, onExchange = () => {} }: PhoneOptions): SimulatedPhone {
  let orders: Orders = { say: '', next: { do: 'hang-up' } };
  let last: SentHook | null = null;
  const send = async (hook: SentHook): Promise<string> => {
    const begun = performance.now();
    const { response, reply } = await untilAnswered(`${base}${hook.path}`, hook, patienceMs);
    const exchange = { hook, status: response.status, reply, ms: performance.now() - begun };
    onExchange(exchange);
    if (response.status !== 200) throw new SimulatedCallError(`${hook.path} gave ${response.status}: ${reply}`);
    return reply;
  };
  const follow = async (hook: SentHook): Promise<Orders> => {
    last = hook;
    orders = side.read(await send(hook));
    return orders;
  };
  const waitingFor = <Do extends Orders['next']['do']>(what: Do) => {
    if (orders.next.do !== what) throw new SimulatedCallError(`The call does ${orders.next.do}, not ${what}`);
    return orders.next as Extract<Orders['next'], { do: Do }>;
  };
  return {
    get heard() {
      return orders.say;
    },
    get orders() {
      return orders;
    },
    begin: () => follow(side.start(call)),
    act: (what) => follow(side.gathered(call, waitingFor('gather').to, what)),
    repeat: () => {
      if (!last) throw new SimulatedCallError('Nothing was sent as yet');
      return follow(last);
    },
    pickUp: async () => side.readWhisper(await send(side.whisper(call, waitingFor('dial').whisper))),
    dialled: (outcome) => follow(side.dialled(call, waitingFor('dial').result, outcome)),
    hangUp: async () => void (await send(side.ended(call))),
  };
}

const askAgainMs = 250;

/** The same request, byte for byte, as often as it takes. */
async function untilAnswered(url: string, { headers, body }: SentHook, patienceMs: number) {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      const response = await fetch(url, { method: 'POST', headers, body });
      return { response, reply: await response.text() };
    } catch (error) {
      if (performance.now() > until) throw error;
      await sleep(askAgainMs);
    }
  }
}
