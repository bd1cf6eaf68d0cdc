/** A small server with the kiosk's calls and a Direct Line, for tests of the page: the same schemas, invented people. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { WebSocketServer } from 'ws';
import { kioskPageRoutes } from '../page-routes.ts';
import { type Desk, openDesk } from './kiosk-desk.ts';
import { lineRoutes } from './line-routes.ts';
import { officeRoutes } from './office-routes.ts';
import { visitRoutes } from './visit-routes.ts';

export interface TestKiosk {
  readonly base: string;
  readonly desk: Desk;
  /** The server goes away, with all its sockets; the port stays free for it. */
  leave(): Promise<void>;
  /** And comes back at the same address. */
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

const fonts = join(dirname(fileURLToPath(import.meta.resolve('@fontsource/be-vietnam-pro/package.json'))), 'files');

function appOf(desk: Desk): Express {
  const app = express();
  app.use(
    helmet({
      contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null, 'style-src': null, 'font-src': null } },
      strictTransportSecurity: false,
    }),
  );
  app.get('/assets/icon.svg', (_request, response) =>
    response.type('image/svg+xml').sendFile(join(import.meta.dirname, '..', '..', '..', 'web', 'icon.svg')),
  );
  app.use(kioskPageRoutes());
  app.use('/assets', express.static(fonts, { index: false }));
  app.use(express.json());
  app.use((request, _response, next) => {
    desk.heard.push(`${request.method} ${request.path}`);
    next();
  });
  app.use(officeRoutes(desk));
  app.use(visitRoutes(desk));
  app.use(lineRoutes(desk));
  return app;
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

export async function startTestKiosk(change: Partial<Desk['office']> = {}): Promise<TestKiosk> {
  const desk = openDesk(change);
  const app = appOf(desk);
  let server: Server;
  let port = 0;
  const start = async () => {
    server = createServer(app);
    const sockets = new WebSocketServer({ server });
    sockets.on('connection', (socket, request) =>
      desk.attach(socket, new URL(request.url ?? '', 'http://a').searchParams.get('c') ?? ''),
    );
    port = await listen(server, port);
    desk.base = `ws://localhost:${port}`;
  };
  const leave = async () => {
    desk.closeSockets();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  await start();
  return { base: `http://localhost:${port}`, desk, leave, comeBack: start, stop: leave };
}

export const newId = (): string => randomUUID();
