/** The console's API for suites: a real store, real sessions, a real server on a free port. Every reply is held to the OpenAPI description. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import {
  type Copilot,
  type CopilotParts,
  copilotNotes,
  createCannedReplies,
  createDossierPanel,
  createHandOffEars,
  createHeldDesk,
  createOfficerDesk,
  createOfficialSearch,
  createTyping,
  handOffDefaults,
  openHoldRules,
  openWorkingTimes,
  rosterOf,
  type Typing,
} from '../../../bot/index.ts';
import { openTestStore, type TestStore } from '../../../bot/store/test-store.ts';
import { testParts } from '../../test-parts.ts';
import { pictureRoutes } from '../../web/picture-routes.ts';
import { type HeldRouteParts, heldRoutes } from '../held/routes.ts';
import { consoleRoutes } from '../routes.ts';
import { signInTestStaff, type TestStaff, type TestStaffOptions, testGate } from '../test-staff.ts';
import type { ConsoleLimits } from './api-parts.ts';
import { type ConsoleDoor, makeConsoleApi } from './console-api.ts';
import { holdToDescription } from './hold-to-description.ts';

const project = join(import.meta.dirname, '..', '..', '..');

/** Bát Xát in Lào Cai, and Cốc Mỳ beside it. */
export const ownUnit = '02683';
export const otherUnit = '02701';
export const province = '15';

export interface Called {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: suites read what they asked for; the description has checked it.
  readonly body: any;
  readonly text: string;
  readonly headers: Headers;
}

export interface CallOptions {
  readonly by?: Pick<TestStaff, 'headers'> | null;
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: { readonly type: string; readonly data: string | Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestTalk {
  readonly id: string;
  readonly conversationId: string;
  readonly citizenId: string;
}

export interface TalkOptions {
  readonly unit?: string | null;
  readonly cause?: string;
  readonly desk?: string | null;
  readonly asked?: string;
}

export interface TestConsole {
  readonly url: string;
  readonly test: TestStore;
  readonly door: ConsoleDoor;
  readonly typing: Typing;
  readonly errors: unknown[];
  /** Conversations to whose citizen a typing sign was shown. */
  readonly typed: string[];
  staff(options?: TestStaffOptions): Promise<TestStaff>;
  /** A citizen who waits. */
  waiting(options?: TalkOptions): Promise<TestTalk>;
  call(method: string, path: string, options?: CallOptions): Promise<Called>;
  close(): Promise<void>;
}

export interface TestConsoleOptions {
  readonly limits?: Partial<ConsoleLimits>;
  /** Time between two beats of a live stream, in ms. */
  readonly beatMs?: number;
  /** The clock of the API; the desk's runs on. */
  readonly now?: () => number;
  /** Over the parts of the suite; none without it. */
  readonly copilot?: (parts: TestCopilotParts) => Copilot;
}

export interface TestCopilotParts extends Pick<CopilotParts, 'desk' | 'serving' | 'noteAsked' | 'noteUsed'> {
  readonly test: TestStore;
}

/** High enough that no suite meets them by chance. */
const roomy: ConsoleLimits = {
  looks: 100_000,
  acts: 100_000,
  searches: 100_000,
  pictures: 100_000,
  copilot: 100_000,
  streams: 100,
};

type HeldIn = Pick<HeldRouteParts, 'speak' | 'limits' | 'onError'> & {
  readonly places: Awaited<ReturnType<typeof testParts>>['places'];
};

/** Nothing is held there; who may call it is what counts. */
const heldIn = (test: TestStore, { speak, places, limits, onError }: HeldIn) =>
  heldRoutes({
    ...{ gate: testGate(test), speak, limits, onError },
    desk: createHeldDesk({
      ...{ store: test.store, speak, settings: handOffDefaults, now: () => new Date() },
      suggest: () => Promise.reject(new Error('no drafts are made here')),
    }),
    rules: openHoldRules({ store: test.store, places }),
    fields: () => ['Hộ tịch'],
    unitName: (unit) => places.commune(unit)?.name ?? null,
  });

export async function openTestConsole({
  limits = {},
  beatMs,
  now,
  copilot,
}: TestConsoleOptions = {}): Promise<TestConsole> {
  const test = await openTestStore();
  const { store } = test;
  const { tools, speak, places } = await testParts();
  const provinceOf = (unit: string) => places.commune(unit)?.province.code ?? null;
  const errors: unknown[] = [];
  const typed: string[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const serving = () => ({ tools, speak });
  const typing = createTyping(store);
  typing.onOfficer((conversationId) => void typed.push(conversationId));
  const desk = createOfficerDesk({
    store,
    typing,
    speak,
    engine: () => tools.engine,
    roster: rosterOf(store.staff, provinceOf),
    times: openWorkingTimes(tools.units, tools.calendar),
    settings: handOffDefaults,
    provinceOf,
    now: () => new Date(),
  });
  const door = makeConsoleApi({
    gate: testGate(test),
    staff: store.staff,
    desk,
    ears: createHandOffEars(store),
    search: createOfficialSearch(serving),
    canned: createCannedReplies({
      shipped: join(project, 'knowledge', 'canned'),
      local: join(project, 'deploy', 'no-local-files'),
      parts: serving,
      onError,
    }),
    copilot: copilot?.({ desk, serving, test, ...copilotNotes(store) }) ?? null,
    dossiers: createDossierPanel({ database: store.database, speak, nameOf: () => null }),
    serving: () => ({ provinceOf, unitName: (unit) => places.commune(unit)?.name ?? null }),
    speak,
    vapidKey: null,
    onError,
    limits: { ...roomy, ...limits },
    ...(beatMs === undefined ? {} : { beatMs }),
    ...(now ? { now } : {}),
  });
  const held = heldIn(test, { speak, places, limits: { ...roomy, ...limits }, onError });
  const app = express().use(consoleRoutes({ api: door.routes, held }));
  app.use(pictureRoutes(store.handOffs.queue.picture));
  const server = await new Promise<Server>((resolve) => {
    const opened: Server = app.listen(0, '127.0.0.1', () => resolve(opened));
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    ...{ url, test, door, typing, errors, typed },
    staff: (options) => signInTestStaff(test, { unit: ownUnit, ...options }),
    waiting: (options) => openTalk(test, provinceOf, options),
    call: callerOf(url),
    close: async () => {
      door.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await test.close();
    },
  };
}

const callerOf =
  (url: string): TestConsole['call'] =>
  async (method, path, { by = null, body, raw, headers = {} } = {}) => {
    const full = path.startsWith('/console') ? path : `/console/api${path}`;
    const type = raw?.type ?? (body === undefined ? undefined : 'application/json');
    const response = await fetch(`${url}${full}`, {
      method,
      headers: { ...by?.headers, ...(type ? { 'content-type': type } : {}), ...headers },
      ...(raw ? { body: raw.data as BodyInit } : body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const media = response.headers.get('content-type');
    holdToDescription(method, full, { status: response.status, text, type: media });
    const isJson = media?.startsWith('application/json') === true && text !== '';
    return { status: response.status, body: isJson ? JSON.parse(text) : null, text, headers: response.headers };
  };

async function openTalk(
  { store }: TestStore,
  provinceOf: (unit: string) => string | null,
  { unit = ownUnit, cause = 'citizen-asked', desk = null, asked = 'Cho tôi gặp cán bộ' }: TalkOptions = {},
): Promise<TestTalk> {
  const now = new Date();
  const opened = await store.openConversation({ channel: 'web', externalId: randomUUID(), locale: 'vi', unit });
  const key = { conversationId: opened.id, citizenId: opened.citizenId };
  await store.receive({ ...key, messageId: 'm1', askedMasked: asked, slots: {}, at: now });
  const { handOff } = await store.handOffs.ofCitizens.open({
    ...key,
    code: randomUUID().slice(0, 8).toUpperCase(),
    channel: 'web',
    locale: 'vi',
    unit,
    province: unit === null ? null : provinceOf(unit),
    field: null,
    desk,
    cause,
    summary: { text: 'Người dân muốn gặp cán bộ.', asked: [], lastWords: null },
    keptFrom: [],
    dueAt: null,
    opensAt: null,
    now,
  });
  return { ...key, id: handOff.id };
}
