/** A console's API in memory, held to the API's own schemas: for states that are hard to bring about on a real server. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Request, type Response } from 'express';
import helmet from 'helmet';
import { serveBuilt } from '../../../pages/built-page.ts';
import {
  claimSchema,
  entrySchema,
  type Hint,
  inboxSchema,
  meSchema,
  messageSchema,
  talkSchema,
} from '../../api/schemas.ts';
import { consolePageRoutes } from '../../page-routes.ts';
import type { Deed, Entry, HandOff, Me, Talk } from '../wire/wire-types.ts';

export const everyDeed: readonly Deed[] = [
  'see-inbox',
  'answer',
  'transfer',
  'see-dossier',
  'take-transcript',
  'reveal-contact',
  'official-search',
  'edit-knowledge',
  'mark-samples',
  'see-figures',
  'switch',
  'manage-staff',
  'read-audit',
  'practise',
];

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
});

type Refusal = { readonly status: number; readonly code: string; readonly message: string; readonly by?: string };

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
  close(): Promise<void>;
}

const fonts = join(dirname(fileURLToPath(import.meta.resolve('@fontsource/be-vietnam-pro/package.json'))), 'files');

export async function openTestDesk(me: Me, talks: readonly Talk[]): Promise<TestDesk> {
  const app = express();
  const streams = new Set<Response>();
  const refusals: { path: string; refusal: Refusal }[] = [];
  let cut = false;
  app.use(helmet({ contentSecurityPolicy: { directives: strict } }));
  app.use('/assets', express.static(fonts, { index: false }));
  app.use(serveBuilt('console'));
  app.use('/console/api', (request, response, next) => {
    if (cut) return void request.socket.destroy();
    if (!desk.signedIn) return refuse(response, { status: 401, code: 'signed-out', message: 'Mời đăng nhập lại.' });
    const at = refusals.findIndex(({ path }) => request.path.endsWith(path));
    const [found] = at >= 0 ? refusals.splice(at, 1) : [];
    if (found) return refuse(response, found.refusal);
    if (request.method !== 'GET' && request.get('x-csrf') !== desk.me.csrf)
      return refuse(response, { status: 403, code: 'csrf', message: 'Mời tải lại trang.' });
    next();
  });
  app.use(express.json(), express.raw({ type: 'image/*', limit: '3mb' }));
  app.use('/console/api', (request, _response, next) => {
    const { method, path, body } = request;
    desk.asked.push({ method, path, body, csrf: request.get('x-csrf') ?? '' });
    next();
  });
  const desk: TestDesk = {
    base: '',
    asked: [],
    me,
    talks: structuredClone([...talks]),
    signedIn: true,
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
  routes(app, desk, streams);
  app.use('/console', consolePageRoutes({ isSignedIn: async () => desk.signedIn }));
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(desk, {
    base: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        for (const stream of streams) stream.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** As the console's own pages get it: no inline script, no inline style. */
const strict = {
  'default-src': ["'self'"],
  'style-src': ["'self'"],
  'script-src': ["'self'"],
  'font-src': ["'self'"],
  'upgrade-insecure-requests': null,
};

const refuse = (response: Response, { status, ...error }: Refusal) => void response.status(status).json({ error });

function routes(app: express.Express, desk: TestDesk, streams: Set<Response>): void {
  const api = express.Router();
  const talkOf = (request: Request) => desk.talks.find(({ handOff }) => handOff.id === request.params.id);
  const unknown = {
    status: 404,
    code: 'unknown',
    message: 'Không có cuộc này, hoặc không thuộc phần việc của anh/chị.',
  };
  api.get('/me', (_request, response) => void response.json(meSchema.parse(desk.me)));
  api.put('/presence', (request, response) => {
    desk.me = { ...desk.me, presence: request.body.state };
    response.status(204).end();
  });
  api.get('/events', (_request, response) => {
    response.type('text/event-stream').flushHeaders();
    streams.add(response);
    response.once('close', () => streams.delete(response));
  });
  api.get('/hand-offs', (request, response) => {
    const { list, label, channel } = request.query;
    const all = desk.talks.map(({ handOff }) => handOff);
    const mine = all.filter(({ owner, state }) => owner?.id === desk.me.member.id && state !== 'closed');
    const waiting = all.filter(({ state }) => state === 'waiting' || state === 'call-back');
    const items = (list === 'mine' ? mine : list === 'all' ? all : waiting)
      .filter((item) => !label || item.labels.includes(String(label)))
      .filter((item) => !channel || item.channel === channel);
    const callBack = all.filter(({ state }) => state === 'call-back').length;
    response.json(
      inboxSchema.parse({ items, next: null, counts: { mine: mine.length, waiting: waiting.length, callBack } }),
    );
  });
  api.get('/hand-offs/:id', (request, response) => {
    const talk = talkOf(request);
    if (!talk) return refuse(response, unknown);
    const after = Number(request.query.after ?? 0);
    const held = talk.handOff.owner?.id === desk.me.member.id && talk.handOff.state === 'owned';
    response.json(
      talkSchema.parse({
        ...talk,
        entries: talk.entries.filter(({ position }) => position > after),
        last: talk.entries.at(-1)?.position ?? 0,
        claim: held ? claimOf(talk) : null,
      }),
    );
  });
  api.post('/hand-offs/:id/claim', (request, response) => {
    const talk = talkOf(request);
    if (!talk) return refuse(response, unknown);
    const { owner, fence, id } = talk.handOff;
    if (owner && owner.id !== desk.me.member.id)
      return refuse(response, { status: 409, code: 'taken', message: `${owner.name} đã nhận.`, by: owner.name });
    const { id: staffId, name } = desk.me.member;
    desk.change(id, { state: 'owned', owner: { id: staffId, name }, fence: fence + 1 });
    response.json(claimOf(talkOf(request) ?? talk));
  });
  api.post('/hand-offs/:id/keep', (request, response) => {
    const talk = talkOf(request);
    if (!talk || talk.handOff.owner?.id !== desk.me.member.id || request.body.fence !== talk.handOff.fence)
      return refuse(response, { status: 409, code: 'lost', message: 'Cuộc này không còn ở tay anh/chị.' });
    response.json(claimOf(talk));
  });
  api.post('/hand-offs/:id/messages', (request, response) => {
    const talk = talkOf(request);
    const words = messageSchema.parse(request.body);
    if (!talk || talk.handOff.owner?.id !== desk.me.member.id || words.fence !== talk.handOff.fence)
      return refuse(response, { status: 409, code: 'lost', message: 'Cuộc này không còn ở tay anh/chị.' });
    const entry: Entry = {
      id: `said-${words.key}`,
      position: (talk.entries.at(-1)?.position ?? 0) + 1,
      at: new Date().toISOString(),
      speaker: 'officer',
      by: desk.me.member.name,
      text: words.text,
      answer: null,
      pictures: (words.pictureIds ?? []).map((id) => ({ url: `/console/api/pictures/${id}`, alt: '' })),
      delivery: talk.handOff.channel === 'web' ? null : 'queued',
    };
    const said = talk.entries.find(({ id }) => id === entry.id);
    if (!said) desk.change(talk.handOff.id, {}, { entries: [...talk.entries, entry] });
    response.json(entrySchema.parse(said ?? entry));
  });
  api.post('/hand-offs/:id/typing', (_request, response) => void response.status(204).end());
  api.post('/hand-offs/:id/notes', (request, response) => {
    const talk = talkOf(request);
    if (!talk) return refuse(response, unknown);
    const note = { id: randomUUID(), by: desk.me.member.name, at: new Date().toISOString(), text: request.body.text };
    desk.change(talk.handOff.id, {}, { notes: [...talk.notes, note] });
    response.status(204).end();
  });
  api.put('/hand-offs/:id/labels', (request, response) => {
    desk.change(request.params.id, { labels: request.body.labels });
    response.status(204).end();
  });
  api.post('/hand-offs/:id/:way', (request, response, next) => {
    const { id, way } = request.params;
    if (way === 'transfer') desk.change(id, { state: 'waiting', owner: null });
    else if (way === 'end') desk.change(id, { state: 'closed', closedAs: request.body.as, owner: null });
    else if (way === 'contact') return void response.json({ contact: '0900000011' });
    else return next();
    response.status(204).end();
  });
  api.post('/pictures', (_request, response) => {
    const id = randomUUID();
    response.json({ id, url: `/console/api/pictures/${id}` });
  });
  api.get('/pictures/:id', (_request, response) => void response.type('image/png').send(onePixel));
  api.use((request, response) => {
    const known = desk.answers.get(request.path);
    if (known === undefined) return refuse(response, unknown);
    response.json(known);
  });
  app.use('/console/api', api);
}

const claimOf = ({ handOff: { id, fence } }: Talk) =>
  claimSchema.parse({ handOffId: id, fence, leaseUntil: new Date(Date.now() + 60_000).toISOString() });

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC',
  'base64',
);
