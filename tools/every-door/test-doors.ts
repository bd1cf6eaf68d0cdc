/** The doors of the real program with everything switched on, on a port of their own. For suites. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestDatabase } from '../../bot/store/test-database.ts';
import { readConfig } from '../../config.ts';
import { guardServer } from '../../serve/guard-server.ts';
import { openAssistant } from '../../serve/open-assistant.ts';
import { openDoors } from '../../serve/open-doors.ts';
import { openLog } from '../../serve/open-log.ts';
import { openRunning } from '../../serve/open-running.ts';
import { openServedTracing } from '../../serve/tracing/open-tracing.ts';
import { type ListedRoute, noteRoutes } from './test-routes.ts';

export const testSecrets = {
  SECRET_KEY: 'khoa-cua-bo-kiem-thu-0123456789abcdefghij',
  DIRECT_LINE_SECRET: 'bi-mat-cua-bo-kiem-thu',
  METRICS_KEY: 'khoa-so-lieu-cua-bo-kiem-thu',
  JAMBONZ_WEBHOOK_SECRET: 'jambonz-0123456789abcdef',
  TWIML_AUTH_TOKEN: 'twiml-0123456789abcdef',
  STRINGEE_SIGNING_SECRET: 'stringee-0123456789abcdef',
  HOTLINE_SPEECH_KEY: 'tieng-noi-0123456789abcdef',
  ZALO_BOT_TOKEN: '12345:bi-mat-cua-bot-zalo',
  ZALO_BOT_WEBHOOK_SECRET: 'webhook-0123456789abcdef',
  OIDC_CLIENT_SECRET: 'oidc-0123456789abcdef',
  STAFF_OIDC_CLIENT_SECRET: 'staff-oidc-0123456789abcdef',
};

const settings = {
  PUBLIC_URL: 'https://hoi.phuong.example',
  ALLOWED_ORIGINS: 'https://portal.example',
  OPEN_DATA: 'yes',
  LOG_LEVEL: 'silent',
  OIDC_ISSUER: 'https://id.tinh.example',
  OIDC_CLIENT_ID: 'hoi',
  STAFF_OIDC_ISSUER: 'https://id.canbo.example',
  STAFF_OIDC_CLIENT_ID: 'hoi',
};

/** Settings are read from the environment of the suite: it is put back at the end. */
export async function openTestDoors() {
  const database = await openTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'locked-doors-'));
  const addresses = { DATABASE_URL: database.databaseUrl, DATABASE_OWNER_URL: database.ownerUrl, DATA_FOLDER: folder };
  const env = process.env;
  const before = { ...env };
  Object.assign(env, settings, testSecrets, addresses);
  const config = readConfig();
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const log = openLog('silent');
  const noted = noteRoutes();
  const running = await openRunning(config, { log, onError, tracing: await openServedTracing(config, log) });
  const { speech, store, ties } = running;
  const { app, directLine, officers } = openDoors(running, openAssistant(running));
  noted.stop();
  const server: Server = guardServer(app);
  directLine.attach(server, speech.bridge ? [speech.bridge] : []);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const routes: readonly ListedRoute[] = noted.of(app);
  return {
    ...{ app, routes, store, errors, server, config },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      directLine.close();
      speech.bridge?.close();
      await Promise.all([officers.close(), ties.switches.stop()]);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
      for (const name of Object.keys(env)) delete env[name];
      Object.assign(env, before);
    },
  };
}
