/** The whole program as it is served, in this process on a free port of this machine, over an empty test database. */

import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import { pino } from 'pino';
import type { Parts } from '../../assemble.ts';
import { createSignIn, createStaffSessions, sendParcels } from '../../bot/index.ts';
import { openTestDatabase, type TestDatabase } from '../../bot/store/test-database.ts';
import { makeTokens } from '../../channels/web/direct-line/tokens.ts';
import { openTestProvider, type TestProvider } from '../../channels/web/sign-in/test-provider.ts';
import { startZaloSimulator, type ZaloSimulator } from '../../channels/zalo/simulator/start-zalo-simulator.ts';
import { type Config, readConfig, secretKey } from '../../config.ts';
import { openAssistant } from '../../serve/open-assistant.ts';
import { openDoors } from '../../serve/open-doors.ts';
import { openRunning } from '../../serve/open-running.ts';
import type { Running } from '../../serve/running.ts';
import { openServedTracing } from '../../serve/tracing/open-tracing.ts';
import { type Caller, openCaller } from './call.ts';
import { openStandInEar } from './stand-in-ear.ts';

/** Secrets of this run alone, as an operator would set them. */
export const secrets = {
  directLine: 'direct-line-secret-of-this-run',
  metrics: 'metrics-key-of-this-run',
  jambonz: 'jambonz-secret-of-this-run',
  twiml: 'twiml-token-of-this-run',
  stringee: 'stringee-secret-of-this-run',
  speech: 'speech-key-of-this-run',
} as const;

/** Browsers know us by it; https, so that cookies bear the names they have in a ward. */
export const publicUrl = 'https://hoi.phuong.example';

export interface Program {
  readonly running: Running;
  readonly app: Express;
  readonly config: Config;
  readonly parts: Parts;
  readonly database: TestDatabase;
  readonly base: string;
  readonly call: Caller;
  readonly zalo: ZaloSimulator;
  readonly signIn: ReturnType<typeof createSignIn>;
  readonly staffSessions: ReturnType<typeof createStaffSessions>;
  readonly secretKey: Buffer;
  readonly tokensAt: (now: () => number) => ReturnType<typeof makeTokens>;
  /** Errors that the program told its log: none is expected. */
  readonly errors: readonly unknown[];
  /** Sends what is due to the simulated platforms. */
  pump(): Promise<void>;
  close(): Promise<void>;
}

const settingsOf = (folder: string, { databaseUrl, ownerUrl }: TestDatabase) => ({
  DATABASE_URL: databaseUrl,
  DATABASE_OWNER_URL: ownerUrl,
  DATA_FOLDER: folder,
  UNIT_FILE: 'deploy/unit.example.yaml',
  LOCAL_FOLDER: join(folder, 'local'),
  SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
  PUBLIC_URL: publicUrl,
  TRUST_PROXY: '1',
  DIRECT_LINE_SECRET: secrets.directLine,
  METRICS_KEY: secrets.metrics,
  OPEN_DATA: 'yes',
  KIOSK_DOSSIERS: 'facts',
  JAMBONZ_WEBHOOK_SECRET: secrets.jambonz,
  TWIML_AUTH_TOKEN: secrets.twiml,
  STRINGEE_SIGNING_SECRET: secrets.stringee,
  HOTLINE_SPEECH_KEY: secrets.speech,
  HOTLINE_LINES: join(folder, 'no-lines.yaml'),
  TOKENS_PER_MINUTE: '1000000',
  MESSAGES_PER_MINUTE: '1000000',
  ZALO_BOT_CALLS_PER_MINUTE: '10000',
  ZALO_OA_CALLS_PER_MINUTE: '4000',
  LOG_LEVEL: 'silent',
});

const outside = ({ issuer, clientId, clientSecret }: TestProvider, ear: string) => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  SPEECH_TO_TEXT_URL: ear,
});

/** @param settings over those of this run. */
export async function openProgram(settings: Readonly<Record<string, string>> = {}): Promise<Program> {
  const database = await openTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'hmc-doors-'));
  const zalo = await startZaloSimulator();
  const provider = await openTestProvider();
  provider.allow(publicUrl);
  const ear = await openStandInEar();
  const env = { ...settingsOf(folder, database), ...zalo.settings, ...outside(provider, ear.url), ...settings };
  // Secrets are read where they are used: from the environment, as in a ward.
  Object.assign(process.env, env);
  const config = readConfig({ ...env });
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const running = await openParts(config, { onError });
  const { parts } = running.live;
  const assistant = openAssistant(running);
  const doors = openDoors(running, assistant);
  const server = await listening(doors.app);
  doors.directLine.attach(server, running.speech.bridge ? [running.speech.bridge] : []);
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  zalo.deliverTo(base);
  const { store } = running;
  const key = secretKey(config);
  const worker = running.zalo.wire.start(running.zalo.door.handleWith(assistant, doors.officers.linkStaff));
  const call = openCaller(base);
  return {
    ...{ running, app: doors.app, config, parts, database, base, call, zalo, errors, secretKey: key },
    signIn: createSignIn({ store, secretKey: key }),
    staffSessions: createStaffSessions(store.staff, key),
    tokensAt: (now) => makeTokens(key, now),
    async pump() {
      const { senders } = running.zalo.door;
      await sendParcels({ outbox: store.outbox, senders, now: () => new Date(), onError });
    },
    async close() {
      call.close();
      doors.directLine.close();
      running.speech.bridge?.close();
      await Promise.all([doors.officers.close(), worker.stop(), running.ties.switches.stop()]);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await Promise.all([zalo.close(), provider.stop(), ear.close()]);
      await store.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Told {
  readonly onError: (error: unknown) => void;
}

/** As `serve.ts` has it, without what goes on beside the turns. */
async function openParts(config: Config, { onError }: Told): Promise<Running> {
  const log = pino({ level: 'silent' });
  // The index that tests built is used again: only what a ward writes lies in the folder of this run.
  const knowledge = {
    ...config,
    dataFolder: join(import.meta.dirname, '..', '..', 'data'),
    importedFolder: join(config.dataFolder, 'nothing-imported'),
    editorialFolder: join(config.dataFolder, 'nothing-approved'),
  };
  return openRunning(config, { log, onError, tracing: await openServedTracing(config, log), knowledge });
}

const listening = (app: Express): Promise<Server> =>
  new Promise((resolve) => {
    const server: Server = app.listen(0, '127.0.0.1', () => resolve(server));
  });
