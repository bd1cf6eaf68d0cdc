/** A console's API in memory, held to the API's own schemas: for states that are hard to bring about on a real server. */
import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import { staffDeeds } from '../../../../bot/index.ts';
import type { Hint } from '../../api/schemas.ts';
import type { CopilotEvent } from '../../copilot/schemas.ts';
import { consolePageRoutes } from '../../page-routes.ts';
import type { Deed, HandOff, Me, Talk } from '../wire/wire-types.ts';
import { copilotRoutes } from './test-copilot-routes.ts';
import { besideRoutes, claimRoutes, meRoutes, readRoutes, refuse } from './test-desk-routes.ts';

export const everyDeed: readonly Deed[] = staffDeeds;

export const officerOf = (given: Partial<Me['member']> = {}, rights: readonly Deed[] = everyDeed): Me => ({
  member: {
    id: '00000000-0000-4000-8000-0000000000a1',
    name: 'Lan',
    role: 'officer',
    unit: '00004',
    skills: [],
    desk: 'Hộ tịch',
    ...given,
  },
  unitName: 'Phường Ba Đình, Thành phố Hà Nội',
  rights: [...rights],
  csrf: 'csrf-of-the-session',
  presence: 'available',
  vapidKey: null,
  hasCopilot: true,
});

export type Refusal = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly by?: string;
};

/** Everything that a test may turn. What is asked of it is in `asked`. */
export interface TestDesk {
  readonly base: string;
  readonly asked: { readonly method: string; readonly path: string; readonly body: unknown; readonly csrf: string }[];
  me: Me;
  talks: Talk[];
  /** The next call whose path ends so is refused. */
  refuse(path: string, refusal: Refusal): void;
  /** Answers more: views of others. */
  readonly answers: Map<string, unknown>;
  hint(hint: Hint | { readonly kind: 'hand-off'; readonly id: string }): void;
  change(id: string, change: Partial<HandOff>, more?: Partial<Talk>): void;
  /** Nothing is answered any more, and the streams end; and again. */
  cut(on: boolean): void;
  signedIn: boolean;
  /** What a run of the co-pilot tells; it waits for what is a promise. */
  copilot: readonly (CopilotEvent | Promise<unknown>)[];
  /** Ends of calls that the page closed itself. */
  readonly left: string[];
  close(): Promise<void>;
}

const fonts = join(dirname(fileURLToPath(import.meta.resolve('@fontsource/be-vietnam-pro/package.json'))), 'files');

export async function openTestDesk(me: Me, talks: readonly Talk[]): Promise<TestDesk> {
  const streams = new Set<Response>();
  const { desk, admit } = makeDesk(me, talks, streams);
  const app = express();
  app.use(helmet({ contentSecurityPolicy: { directives: strict } }));
  app.use('/assets', express.static(fonts, { index: false }));
  app.use('/console/api', express.json(), express.raw({ type: 'image/*', limit: '3mb' }), admit);
  for (const routes of [
    meRoutes(desk, streams),
    readRoutes(desk),
    claimRoutes(desk),
    copilotRoutes(desk),
    besideRoutes(desk),
  ])
    app.use('/console/api', routes);
  app.use('/console', consolePageRoutes({ isSignedIn: async () => desk.signedIn }));
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const stream of streams) stream.destroy();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(desk, { base: `http://127.0.0.1:${port}`, close });
}

function makeDesk(me: Me, talks: readonly Talk[], streams: ReadonlySet<Response>) {
  const refusals: { path: string; refusal: Refusal }[] = [];
  let cut = false;
  const desk: TestDesk = {
    base: '',
    asked: [],
    me,
    talks: structuredClone([...talks]),
    signedIn: true,
    copilot: [],
    left: [],
    answers: new Map(),
    refuse: (path, refusal) => void refusals.push({ path, refusal }),
    hint: (hint) => {
      for (const stream of streams) stream.write(`data: ${JSON.stringify(hint)}\n\n`);
    },
    change(id, change, more = {}) {
      desk.talks = desk.talks.map((talk) =>
        talk.handOff.id === id ? { ...talk, ...more, handOff: { ...talk.handOff, ...change } } : talk,
      );
    },
    cut(on) {
      cut = on;
      if (on) for (const stream of streams) stream.destroy();
    },
    close: async () => {},
  };
  const admit: RequestHandler = (request, response, next) => {
    if (cut) return void request.socket.destroy();
    const { method, path, body } = request;
    desk.asked.push({ method, path, body, csrf: request.get('x-csrf') ?? '' });
    if (!desk.signedIn) return refuse(response, { status: 401, code: 'signed-out', message: 'Mời đăng nhập lại.' });
    const at = refusals.findIndex((one) => path.endsWith(one.path));
    const [found] = at >= 0 ? refusals.splice(at, 1) : [];
    if (found) return refuse(response, found.refusal);
    if (method !== 'GET' && request.get('x-csrf') !== desk.me.csrf)
      return refuse(response, { status: 403, code: 'csrf', message: 'Mời tải lại trang.' });
    next();
  };
  return { desk, admit };
}

/** As the console's own pages get it: no inline script, no inline style. */
const strict = {
  'default-src': ["'self'"],
  'style-src': ["'self'"],
  'script-src': ["'self'"],
  'font-src': ["'self'"],
  'upgrade-insecure-requests': null,
};
