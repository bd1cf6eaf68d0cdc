/** A whole small office for suites: the assistant's hooks, a voice and an ear, the gateway, telephones. Nothing is real but the calls. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Router } from 'express';
import { hearByServer } from '../../channels/speech/engines/hear-by-server.ts';
import { keepPrompts } from '../../channels/speech/engines/keep-prompts.ts';
import { speakByServer } from '../../channels/speech/engines/speak-by-server.ts';
import type { TextToSpeech } from '../../channels/speech/ports.ts';
import { type StandIn, startStandIn } from '../stand-in-recogniser/stand-in.ts';
import { openTestVoice } from '../test-voice/test-voice.ts';
import { usualVoice } from './media/voice-activity.ts';
import { type Gateway, type GatewayOptions, startGateway } from './start-gateway.ts';
import { openPhone, type Phone } from './test-caller/phone.ts';
import type { TurnTimes } from './verbs/call.ts';
import { openPrompts } from './verbs/prompts.ts';

export interface TestEars {
  readonly standIn: StandIn;
  /** The sound that the voice makes of it, 8000 Hz; the same every time. */
  soundOf(text: string): Promise<Int16Array>;
  /** Makes it known to the recogniser too. */
  utterance(text: string): Promise<Int16Array>;
  stop(): Promise<void>;
}

const never = new AbortController().signal;

export async function openTestEars(): Promise<TestEars> {
  const own = openTestVoice();
  // The engine draws its own chances: what was said once is said so for ever.
  const voice = keepPrompts(own, { mostBytes: 200_000_000 });
  const standIn = await startStandIn({ voice });
  const soundOf = async (text: string) => {
    const sounds: Int16Array[] = [];
    const prompt = { texts: [text], rate: 'normal' as const, sensitive: false, signal: never };
    for await (const sound of openPrompts(voice, (whole) => [whole]).speak(prompt)) sounds.push(sound);
    return sounds[0] ?? new Int16Array(0);
  };
  return {
    standIn,
    soundOf,
    async utterance(text) {
      await standIn.teachSpoken(text);
      return soundOf(text);
    },
    async stop() {
      await standIn.stop();
      await own.stop();
    },
  };
}

export interface TestHooks {
  readonly base: string;
  stop(): Promise<void>;
}

export async function serveHooks(router: Router): Promise<TestHooks> {
  const app = express();
  app.use(router);
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface TestOffice {
  readonly gateway: Gateway;
  readonly errors: unknown[];
  readonly turns: TurnTimes[];
  phone(options?: Parameters<typeof openPhone>[0]): Promise<Phone>;
  /** Ends the calls and tells what was left over. */
  stop(): Promise<void>;
}

export interface OfficeOptions extends Partial<Omit<GatewayOptions, 'hooks' | 'listen' | 'voice'>> {
  readonly ears: TestEars;
  readonly base: string;
  readonly secret: string;
  readonly voice?: TextToSpeech;
  readonly hookTimeoutMs?: number;
}

export async function openTestOffice({ ears, base, secret, ...options }: OfficeOptions): Promise<TestOffice> {
  const errors: unknown[] = [];
  const turns: TurnTimes[] = [];
  const server = { baseUrl: ears.standIn.url, model: 'test', apiKey: null };
  const gateway = await startGateway({
    address: '127.0.0.1',
    port: 0,
    publicAddress: null,
    sound: { from: 0, to: 0 },
    allowed: null,
    trunk: null,
    mostCalls: 20,
    application: {
      callHook: '/hotline/jambonz/call',
      statusHook: '/hotline/jambonz/status',
      longestCall: 600,
      longestNothing: 20,
    },
    calls: { voice: usualVoice, bargeInBy: 'words' },
    listen: hearByServer(server),
    onError: (error) => void errors.push(error),
    onTurn: (turn) => void turns.push(turn),
    ...options,
    voice: options.voice ?? keepPrompts(speakByServer({ ...server, voice: 'vi' })),
    hooks: { base, secret, timeoutMs: options.hookTimeoutMs ?? 10_000 },
  });
  const phones: Phone[] = [];
  return {
    gateway,
    errors,
    turns,
    async phone(how) {
      const phone = await openPhone(how);
      phones.push(phone);
      return phone;
    },
    async stop() {
      await Promise.all(phones.map((phone) => phone.close()));
      await gateway.stop();
    },
  };
}
