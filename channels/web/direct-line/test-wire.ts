/** The real wire for suites: real assistant, real store, a real server on a free port. Every reply is held to the OpenAPI description. */
import type { Server } from 'node:http';
import { WebSocket } from 'ws';
import {
  createAssistant,
  createDossierDesk,
  createTranscript,
  pipeline,
  type Step,
  type TurnOrder,
} from '../../../bot/index.ts';
import { freePort, openTestStore, type TestStore } from '../../../bot/store/test-store.ts';
import { testParts } from '../../test-parts.ts';
import { holdToDescription } from '../open-api/hold-to-description.ts';
import { createWebServer } from '../server.ts';
import type { WebSignIn } from '../sign-in/web-sign-in.ts';
import { makeDirectLine } from './direct-line.ts';
import { type TestSocket, testSocket } from './test-socket.ts';
import { type WireSettings, wireDefaults } from './wire.ts';

const secret = 'a-secret-of-the-suites';

export interface TestWireOptions {
  /** Makes sign-in ready once our own address is known. */
  readonly signIn?: (store: TestStore, publicUrl: string) => WebSignIn;
  readonly settings?: Partial<WireSettings>;
  /** Stands before the assistant's own steps: to hold a turn, to break it. */
  readonly firstStep?: Step;
  /** Which turns go first; without one all run as they come. */
  readonly order?: TurnOrder;
  readonly now?: () => number;
  readonly roundMs?: number;
}

export interface Replied {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: suites read what they asked for; the description has checked it.
  readonly body: any;
  readonly headers: Headers;
}

export interface CallOptions {
  readonly token?: string;
  readonly body?: unknown;
  /** Sent as it is, with this content type. */
  readonly raw?: { readonly type: string; readonly data: string | Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Talk {
  readonly id: string;
  readonly token: string;
  readonly streamUrl: string;
}

export interface TestWire {
  readonly url: string;
  readonly secret: string;
  readonly store: TestStore;
  readonly errors: unknown[];
  call(method: 'GET' | 'POST' | 'OPTIONS', path: string, options?: CallOptions): Promise<Replied>;
  /** A started conversation. */
  start(body?: object): Promise<Talk>;
  say(talk: Talk, text: string, channelData?: object): Promise<Replied>;
  /** Everything kept so far, once the bot has answered `answers` times. */
  told(talk: Talk, answers?: number): Promise<Replied['body']['activities']>;
  socket(url: string, headers?: Readonly<Record<string, string>>): Promise<TestSocket>;
  /** As after a kill: the same store, nothing else remembered. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

interface Running {
  readonly url: string;
  readonly answerLeftovers: () => Promise<number>;
  stop(): Promise<void>;
}

async function run(store: TestStore, options: TestWireOptions, errors: unknown[]): Promise<Running> {
  const { tools, steps, speak } = await testParts();
  const own = options.signIn ? pipeline({ ...tools, dossiers: createDossierDesk(store.store) }) : steps;
  const assistant = createAssistant({
    steps: [...(options.firstStep ? [options.firstStep] : []), ...own],
    speak,
    store: store.store,
    ...(options.order ? { order: options.order } : {}),
  });
  const settings = { ...wireDefaults, secretKey: Buffer.alloc(32, 1), directLineSecret: secret, ...options.settings };
  const onError = (error: unknown) => void errors.push(error);
  const port = options.signIn ? await freePort() : 0;
  const signIn = options.signIn?.(store, `http://127.0.0.1:${port}`) ?? null;
  const directLine = makeDirectLine({
    assistant,
    transcript: createTranscript({ store: store.store, speak }),
    library: tools.library,
    units: tools.units,
    calendar: tools.calendar,
    settings,
    signIn,
    onError,
    ...(options.now ? { now: options.now } : {}),
    ...(options.roundMs ? { roundMs: options.roundMs } : {}),
  });
  const app = createWebServer({
    assistant,
    speak,
    directLine,
    allowedOrigins: settings.allowedOrigins,
    signIn,
    limits: { 'web-sign-in': 3000, 'web-plain': 3000, 'web-pages': 3000 },
    ownData: {
      personalData: store.store.personalData,
      ownerOf: async ({ channel, conversationId: externalId }) =>
        (await store.store.findConversation({ channel, externalId }))?.citizenId ?? null,
    },
    onError,
  });
  const server = await new Promise<Server>((resolve) => {
    const opened: Server = app.listen(port, '127.0.0.1', () => resolve(opened));
  });
  directLine.attach(server);
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    answerLeftovers: () => assistant.answerLeftovers(new Date(Date.now() + 1000)),
    stop: () =>
      new Promise((resolve) => {
        directLine.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export async function openTestWire(options: TestWireOptions = {}): Promise<TestWire> {
  const store = await openTestStore();
  const errors: unknown[] = [];
  let running = await run(store, options, errors);
  const call: TestWire['call'] = async (method, path, { token, body, raw, headers = {} } = {}) => {
    const type = raw?.type ?? (body === undefined ? undefined : 'application/json');
    const response = await fetch(`${running.url}${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(type ? { 'content-type': type } : {}),
        ...headers,
      },
      ...(raw ? { body: raw.data as BodyInit } : body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const replied = { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers };
    if (method !== 'OPTIONS') holdToDescription(method, path, replied);
    return replied;
  };
  const told: TestWire['told'] = async ({ id, token }, answers = 0) => {
    for (let tries = 0; tries < 200; tries++) {
      const { body } = await call('GET', `/v3/directline/conversations/${id}/activities`, { token });
      const bots = body.activities.filter((one: { from: { role: string } }) => one.from.role === 'bot').length;
      if (bots > answers) return body.activities;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`The bot did not answer ${answers} times`);
  };
  return {
    get url() {
      return running.url;
    },
    secret,
    store,
    errors,
    call,
    async start(body = {}) {
      const { body: made } = await call('POST', '/api/token', { body });
      const { body: begun } = await call('POST', '/v3/directline/conversations', { token: made.token });
      return { id: begun.conversationId, token: begun.token, streamUrl: begun.streamUrl };
    },
    say: ({ id, token }, text, channelData) =>
      call('POST', `/v3/directline/conversations/${id}/activities`, {
        token,
        body: { type: 'message', from: { id: 'somebody' }, text, ...(channelData ? { channelData } : {}) },
      }),
    told,
    socket: (url, headers = {}) => testSocket(new WebSocket(url, { headers })),
    async restart() {
      await running.stop();
      running = await run(store, { ...options, firstStep: undefined } as TestWireOptions, errors);
      await running.answerLeftovers();
    },
    async close() {
      await running.stop();
      await store.close();
    },
  };
}
