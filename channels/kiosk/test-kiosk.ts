/** Kiosks for suites: real assistant, real store, a real server on a free port; phones and queue machines are lists. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { WebSocket } from 'ws';
import type { Parts } from '../../assemble.ts';
import {
  type Assistant,
  createAssistant,
  createDossierDesk,
  createHandOffDesk,
  createLinkAccount,
  createProver,
  createStaffCaller,
  createTranscript,
  handOffDefaults,
  hashOfDeviceKey,
  newDeviceKey,
  openChecklistDesk,
  openCoveredDossiers,
  openWorkingTimes,
  pipeline,
  type Step,
  simulateSender,
  storeTools,
} from '../../bot/index.ts';
import { openTestStore, type TestStore } from '../../bot/store/test-store.ts';
import { callerOf } from '../limits/index.ts';
import { testParts } from '../test-parts.ts';
import { makeDirectLine } from '../web/direct-line/direct-line.ts';
import { type TestSocket, testSocket } from '../web/direct-line/test-socket.ts';
import { wireDefaults } from '../web/direct-line/wire.ts';
import { createWebServer } from '../web/server.ts';
import type { KioskParts } from './kiosk-parts.ts';
import { kioskVisitDoor, makeKiosk } from './make-kiosk.ts';
import { spokenAtKiosk } from './spoken-answer.ts';

const secretKey = Buffer.alloc(32, 7);
/** A Monday morning at which the example desk is open. */
export const mondayMorning = new Date('2026-11-23T02:00:00Z');

export interface Replied {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: suites read what they asked for.
  readonly body: any;
  readonly text: string;
  readonly headers: Headers;
}

export interface Asking {
  readonly token?: string;
  readonly body?: unknown;
  readonly raw?: { readonly type: string; readonly data: string | Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
}

/** A browser at a screen: it keeps its device's cookie. */
export interface TestScreen {
  readonly deviceId: string | null;
  call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, asking?: Asking): Promise<Replied>;
  begin(locale?: 'vi' | 'en'): Promise<TestVisit>;
}

export interface TestVisit {
  readonly id: string;
  readonly token: string;
  readonly conversationId: string;
  readonly streamUrl: string;
  say(text: string): Promise<Replied>;
  /** Everything kept so far, once the bot has said so many things beside its opening. */
  told(answers?: number): Promise<Replied['body']['activities']>;
  /** What the bot said last. */
  ask(text: string): Promise<Replied['body']>;
  /** A call of the visit: `of('/dossiers')`. */
  of(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path?: string, asking?: Asking): Promise<Replied>;
  socket(): Promise<TestSocket>;
}

export interface TestKiosk {
  readonly url: string;
  readonly store: TestStore;
  readonly parts: Parts;
  readonly assistant: Assistant;
  readonly codes: ReturnType<typeof simulateSender>['sent'];
  readonly errors: unknown[];
  readonly logged: string[];
  /** A registered device, or any browser. */
  screen(unit?: string | null): Promise<TestScreen>;
  browser(): TestScreen;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface TestKioskOptions extends Partial<Omit<KioskParts, 'settings' | 'store'>> {
  readonly settings?: Partial<KioskParts['settings']>;
  readonly firstStep?: Step;
}

export async function openTestKiosk(options: TestKioskOptions = {}): Promise<TestKiosk> {
  const store = await openTestStore();
  const parts = await testParts();
  const sender = simulateSender();
  const errors: unknown[] = [];
  let running = await run({ store, parts, sender, errors }, options);
  const get = () => running.url;
  return {
    get url() {
      return running.url;
    },
    store,
    parts,
    get assistant() {
      return running.assistant;
    },
    codes: sender.sent,
    errors,
    logged: [],
    async screen(unit = null) {
      const key = newDeviceKey();
      const device = { name: 'Sảnh', unit, keyHash: hashOfDeviceKey(key), by: 'command:test' };
      const id = await store.store.kiosks.addDevice(device);
      const response = await fetch(`${get()}/kiosk/api/device`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key }),
      });
      const cookie = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
      return screenOf(get, id, cookie.join('; '));
    },
    browser: () => screenOf(get, null, ''),
    async restart() {
      await running.stop();
      running = await run({ store, parts, sender, errors }, { ...options, firstStep: undefined } as TestKioskOptions);
      await running.assistant.answerLeftovers(new Date(Date.now() + 1000));
    },
    async close() {
      await running.stop();
      await store.close();
    },
  };
}

interface Room {
  readonly store: TestStore;
  readonly parts: Parts;
  readonly sender: ReturnType<typeof simulateSender>;
  readonly errors: unknown[];
}

function makeAssistant({ store: { store }, parts, sender, errors }: Room, options: TestKioskOptions) {
  const { speak } = parts;
  const { firstStep } = options;
  const tools = { ...parts.tools, ...options.tools?.() };
  const onError = (error: unknown) => void errors.push(error);
  const times = openWorkingTimes(tools.units, tools.calendar);
  const handOffs = createHandOffDesk({
    store,
    times,
    provinceOf: () => null,
    settings: handOffDefaults,
    roster: { of: async () => [] },
    speak,
    caller: createStaffCaller({ store: store.staff }),
    library: () => tools.library,
    units: () => tools.units,
    secretKey,
    onError,
  });
  const own = {
    ...tools,
    ...storeTools(store, { channels: ['web'], page: null }),
    dossiers: createDossierDesk({ database: store.database }),
    identity: {
      prover: createProver({ store, secretKey, sender, onError }),
      accounts: createLinkAccount({ store, secretKey }),
      signInOpen: true,
    },
    handOffs,
  };
  const steps = [...(firstStep ? [firstStep] : []), ...pipeline(own)];
  return { assistant: createAssistant({ steps, speak, store }), tools: own, handOffs };
}

async function run(room: Room, options: TestKioskOptions) {
  const { store, parts, errors } = room;
  const { speak } = parts;
  const { assistant, tools, handOffs } = makeAssistant(room, options);
  const onError = (error: unknown) => void errors.push(error);
  const transcript = createTranscript({ store: store.store, speak });
  const publicUrl = options.settings?.publicUrl ?? null;
  const directLine = makeDirectLine({
    assistant,
    transcript,
    ...{ library: tools.library, units: tools.units, calendar: tools.calendar },
    settings: { ...wireDefaults, secretKey, messagesPerMinute: 5_000, tokensPerMinute: 5_000 },
    visits: kioskVisitDoor({ store: store.store.kiosks, publicUrl }),
    spoken: spokenAtKiosk(speak),
    onError,
  });
  const { settings, firstStep: _, ...given } = options;
  const kiosk = makeKiosk({
    store: store.store.kiosks,
    tools: () => tools,
    speak,
    assistant,
    transcript,
    wake: directLine.wake,
    dossiers: openCoveredDossiers({ store: store.store, speak, tools: () => tools }),
    handOffs,
    checklists: openChecklistDesk({ store: store.store }),
    switches: null,
    mostAsked: async () => [],
    tickets: null,
    voices: { listen: null, say: null },
    callerOf: (request) => callerOf(request.socket.remoteAddress, undefined, 0),
    onError,
    ...given,
    settings: { secretKey, publicUrl, silenceSeconds: 45, visitsPerMinute: 5_000, dossiers: true, ...settings },
  });
  const app = createWebServer({ assistant, speak, directLine, kiosk, onError });
  const server = await new Promise<Server>((resolve) => {
    const opened: Server = app.listen(0, '127.0.0.1', () => resolve(opened));
  });
  directLine.attach(server);
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    assistant,
    stop: () =>
      new Promise<void>((resolve) => {
        directLine.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function screenOf(url: () => string, deviceId: string | null, cookie: string): TestScreen {
  const call: TestScreen['call'] = async (method, path, { token, body, raw, headers = {} } = {}) => {
    const type = raw?.type ?? (body === undefined ? null : 'application/json');
    const response = await fetch(`${url()}${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(type ? { 'content-type': type } : {}),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      ...(raw ? { body: raw.data as BodyInit } : body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: jsonOf(text), text, headers: response.headers };
  };
  const begin: TestScreen['begin'] = async (locale = 'vi') => {
    const { body } = await call('POST', '/kiosk/api/visits', { body: { locale } });
    const token = body.token;
    const started = await call('POST', '/v3/directline/conversations', { token, body: {} });
    return visitOf({ call, cookie }, { ...body, streamUrl: started.body.streamUrl });
  };
  return { deviceId, call, begin };
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

function visitOf(
  { call, cookie }: Pick<TestScreen, 'call'> & { readonly cookie: string },
  made: { visit: string; token: string; conversationId: string; streamUrl: string },
): TestVisit {
  const { visit: id, token, conversationId, streamUrl } = made;
  const activities = `/v3/directline/conversations/${conversationId}/activities`;
  const say: TestVisit['say'] = (text) =>
    call('POST', activities, {
      token,
      body: { type: 'message', id: randomUUID(), from: { id: 'somebody' }, text },
    });
  const told: TestVisit['told'] = async (answers = 0) => {
    for (let tries = 0; tries < 400; tries++) {
      const { body } = await call('GET', activities, { token });
      const said = body.activities.filter((one: { from: { role: string } }) => one.from.role === 'bot');
      if (said.length > answers) return body.activities;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`The bot did not answer ${answers} times`);
  };
  let asked = 0;
  return {
    id,
    token,
    conversationId,
    streamUrl,
    say,
    told,
    async ask(text) {
      await say(text);
      asked += 1;
      return (await told(asked)).findLast((one: { from: { role: string } }) => one.from.role === 'bot');
    },
    of: (method, path = '', asking = {}) => call(method, `/kiosk/api/visits/${id}${path}`, { token, ...asking }),
    socket: () => testSocket(new WebSocket(streamUrl, { headers: cookie ? { cookie } : {} })),
  };
}
