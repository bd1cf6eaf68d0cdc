/** What goes with a call of the console: a body that fits, so that nothing but the rights stands in the way. */
import { randomUUID } from 'node:crypto';
import { testPng } from '../../../channels/console/pictures/test-pictures.ts';
import { pick, type Random } from '../dice.ts';
import { type Dossier, places, type World } from '../world.ts';
import type { ConsoleRoute } from './console.ts';

export interface Sent {
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Around {
  readonly random: Random;
  readonly dossier: Dossier;
  readonly world: World;
}

/** Of claims that nobody holds: whoever may act hears that it is lost, and nothing is changed. */
const fence = 9999;

const byEnd: Readonly<Record<string, (around: Around) => unknown>> = {
  presence: () => ({ state: 'available' }),
  keep: () => ({ fence }),
  messages: () => ({ fence, key: randomUUID(), text: 'Dạ, mời ông/bà chờ.' }),
  typing: () => ({ fence }),
  notes: () => ({ text: 'Ghi chú thử' }),
  labels: () => ({ labels: ['gấp'] }),
  transfer: ({ random }) => ({ fence, to: pick(random, [{ desk: 'Hộ tịch' }, { unit: places.far }]), note: '' }),
  end: ({ random }) => ({ fence, as: pick(random, ['finished', 'returned']) }),
  contact: () => ({ reason: 'gọi lại' }),
  dossier: ({ dossier }) => ({ code: dossier.code, reason: 'dân hỏi' }),
  send: () => ({ fence, text: null, keep: false }),
  drop: () => ({ fence }),
  runs: () => ({ text: 'lệ phí khai sinh', handOffId: null }),
  rules: ({ random }) => ({
    unit: pick(random, [places.home, places.far, null]),
    statuses: [],
    fields: [],
    minutes: 10,
  }),
  used: () => ({ receipt: 'x' }),
  proposals: () => ({ kind: 'way', question: 'làm khai sinh cho con', code: '1.001193' }),
  drafts: () => ({ content: { kind: 'ignored', because: 'thử' }, turnIds: [], askedBy: 0 }),
  submit: () => ({ edition: 1 }),
  approve: () => ({ edition: 1 }),
  refuse: () => ({ edition: 1, because: 'thử' }),
  'take-back': () => ({ edition: 1, because: 'thử' }),
  mark: () => ({ verdict: 'right', harmful: false, why: '' }),
  practice: () => ({ scenario: 'khai-sinh' }),
  words: () => ({ edition: 1, text: 'Dạ chào ông/bà' }),
  off: ({ random }) => ({
    what: 'hotline',
    unit: pick(random, [places.home, places.far, null]),
    because: 'thử nghiệm',
    until: null,
  }),
  on: ({ random }) => ({ what: 'hotline', unit: pick(random, [places.home, places.far, null]), because: 'thử nghiệm' }),
  push: () => ({ endpoint: 'https://fcm.googleapis.com/x', keys: { p256dh: 'x', auth: 'y' } }),
  code: () => ({}),
};

const queries: Readonly<Record<string, string>> = {
  '/search': '?q=khai+sinh',
  '/canned': '?code=1.001193',
  '/editorial/likely': '?question=khai+sinh',
  '/editorial/drafts': '?state=draft,waiting',
  '/editorial/samples/items': '?week=2026-11-16',
  '/pictures': '?alt=thu',
};

export function consoleBodies({ method, path }: ConsoleRoute, around: Around): Sent {
  const query = { query: queries[path] ?? '' };
  if (method === 'GET') return query;
  if (path === '/pictures') return { ...query, headers: { 'content-type': 'image/png' }, body: testPng() };
  const make = byEnd[path.split('/').at(-1) ?? ''];
  return { ...(method === 'POST' || method === 'PUT' ? {} : query), body: make?.(around) ?? {} };
}
