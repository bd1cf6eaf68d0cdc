/** The routes of the desk in memory. */
import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { claimSchema, entrySchema, inboxSchema, meSchema, messageSchema, talkSchema } from '../../api/schemas.ts';
import { nowSchema } from '../../switches/schemas.ts';
import type { Entry, Talk } from '../wire/wire-types.ts';
import type { Refusal, TestDesk } from './test-desk.ts';

export const refuse = (response: Response, { status, ...error }: Refusal): void =>
  void response.status(status).json({ error });

const unknown = { status: 404, code: 'unknown', message: 'Không có cuộc này, hoặc không thuộc phần việc của anh/chị.' };
const lost = { status: 409, code: 'lost', message: 'Cuộc này không còn ở tay anh/chị.' };

const claimOf = ({ handOff: { id, fence } }: Talk) =>
  claimSchema.parse({ handOffId: id, fence, leaseUntil: new Date(Date.now() + 60_000).toISOString() });

const talkOf = (desk: TestDesk, id: string | undefined) => desk.talks.find(({ handOff }) => handOff.id === id);

/** The talk that whoever asks holds by this fence; else `null`. */
function heldBy(desk: TestDesk, { params, body }: Request<{ id: string }>): Talk | null {
  const talk = talkOf(desk, params.id);
  const holds = talk?.handOff.owner?.id === desk.me.member.id && body.fence === talk.handOff.fence;
  return talk && holds ? talk : null;
}

/** Who is signed in, and the stream of hints. */
export function meRoutes(desk: TestDesk, streams: Set<Response>): Router {
  const api = Router();
  api.get('/me', (_request, response) => void response.json(meSchema.parse(desk.me)));
  api.get('/switches/now', (_request, response) => void response.json(nowSchema.parse({ off: [], banners: [] })));
  api.put('/presence', (request, response) => {
    desk.me = { ...desk.me, presence: request.body.state };
    response.status(204).end();
  });
  api.get('/events', (_request, response) => {
    response.type('text/event-stream').flushHeaders();
    streams.add(response);
    response.once('close', () => streams.delete(response));
  });
  return api;
}

export function readRoutes(desk: TestDesk): Router {
  const api = Router();
  api.get('/hand-offs', ({ query: { list, label, channel } }, response) => {
    const all = desk.talks.map(({ handOff }) => handOff);
    const mine = all.filter(({ owner, state }) => owner?.id === desk.me.member.id && state !== 'closed');
    const waiting = all.filter(({ state }) => state === 'waiting' || state === 'call-back');
    const items = (list === 'mine' ? mine : list === 'all' ? all : waiting)
      .filter((item) => !label || item.labels.includes(String(label)))
      .filter((item) => !channel || item.channel === channel);
    const callBack = all.filter(({ state }) => state === 'call-back').length;
    const counts = { mine: mine.length, waiting: waiting.length, callBack };
    response.json(inboxSchema.parse({ items, next: null, counts }));
  });
  api.get('/switches/now', (_request, response) => void response.json({ off: [], banners: [] }));
  api.get('/held/hand-offs/:id', (_request, response) => void response.json({ drafts: [] }));
  api.get('/hand-offs/:id', (request, response) => {
    const talk = talkOf(desk, request.params.id);
    if (!talk) return refuse(response, unknown);
    const after = Number(request.query.after ?? 0);
    const held = talk.handOff.owner?.id === desk.me.member.id && talk.handOff.state === 'owned';
    const entries = talk.entries.filter(({ position }) => position > after);
    const last = talk.entries.at(-1)?.position ?? 0;
    response.json(talkSchema.parse({ ...talk, entries, last, claim: held ? claimOf(talk) : null }));
  });
  return api;
}

export function claimRoutes(desk: TestDesk): Router {
  const api = Router();
  api.post('/hand-offs/:id/claim', (request, response) => {
    const talk = talkOf(desk, request.params.id);
    if (!talk) return refuse(response, unknown);
    const { owner, fence, id } = talk.handOff;
    if (owner && owner.id !== desk.me.member.id)
      return refuse(response, { status: 409, code: 'taken', message: `${owner.name} đã nhận.`, by: owner.name });
    const { id: staffId, name } = desk.me.member;
    desk.change(id, { state: 'owned', owner: { id: staffId, name }, fence: fence + 1 });
    response.json(claimOf(talkOf(desk, id) ?? talk));
  });
  api.post('/hand-offs/:id/keep', (request, response) => {
    const talk = heldBy(desk, request);
    if (!talk) return refuse(response, lost);
    response.json(claimOf(talk));
  });
  api.post('/hand-offs/:id/messages', (request, response) => {
    const talk = heldBy(desk, request);
    const words = messageSchema.parse(request.body);
    if (!talk) return refuse(response, lost);
    const known = talk.entries.find(({ id }) => id === `said-${words.key}`);
    const entry = known ?? saidBy(desk, talk, words);
    if (!known) desk.change(talk.handOff.id, {}, { entries: [...talk.entries, entry] });
    response.json(entrySchema.parse(entry));
  });
  api.post('/hand-offs/:id/typing', (_request, response) => void response.status(204).end());
  return api;
}

interface Words {
  readonly key: string;
  readonly text: string;
  readonly pictureIds?: readonly string[] | undefined;
}

const saidBy = (desk: TestDesk, talk: Talk, { key, text, pictureIds = [] }: Words): Entry => ({
  id: `said-${key}`,
  position: (talk.entries.at(-1)?.position ?? 0) + 1,
  at: new Date().toISOString(),
  speaker: 'officer',
  by: desk.me.member.name,
  text,
  answer: null,
  pictures: pictureIds.map((id) => ({ url: `/console/api/pictures/${id}`, alt: '' })),
  delivery: talk.handOff.channel === 'web' ? null : 'queued',
});

export function besideRoutes(desk: TestDesk): Router {
  const api = Router();
  api.post('/hand-offs/:id/notes', (request, response) => {
    const talk = talkOf(desk, request.params.id);
    if (!talk) return refuse(response, unknown);
    const note = { id: randomUUID(), by: desk.me.member.name, at: new Date().toISOString(), text: request.body.text };
    desk.change(talk.handOff.id, {}, { notes: [...talk.notes, note] });
    response.status(204).end();
  });
  api.put('/hand-offs/:id/labels', (request, response) => {
    desk.change(request.params.id, { labels: request.body.labels });
    response.status(204).end();
  });
  api.post('/hand-offs/:id/contact', (_request, response) => void response.json({ contact: '0900000011' }));
  api.post('/hand-offs/:id/transfer', (request, response) => {
    desk.change(request.params.id, { state: 'waiting', owner: null });
    response.status(204).end();
  });
  api.post('/hand-offs/:id/end', (request, response) => {
    desk.change(request.params.id, { state: 'closed', closedAs: request.body.as, owner: null });
    response.status(204).end();
  });
  api.post('/pictures', (_request, response) => {
    const id = randomUUID();
    response.json({ id, url: `/console/api/pictures/${id}` });
  });
  api.get('/pictures/:id', (_request, response) => void response.type('image/png').send(onePixel));
  api.use((request, response) => {
    const known = desk.answers.get(request.url) ?? desk.answers.get(request.path);
    if (known === undefined) return refuse(response, unknown);
    response.json(known);
  });
  return api;
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC',
  'base64',
);
