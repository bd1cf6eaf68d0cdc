/** The doors of a whole program, with keys that open them and bodies, queries and headers that no sender of ours would send. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describedRoutes } from '../../channels/console/api/described-routes.ts';
import { type OpenRound, openRound } from '../authorisation/authorise.ts';
import type { Told } from '../authorisation/call.ts';
import { sessionCookie, signInAs } from '../authorisation/fill-people.ts';
import { staffCookie } from '../authorisation/fill-staff.ts';
import { publicUrl } from '../authorisation/open-program.ts';
import { type Fuzzed, fuzzOne } from './fuzz-one.ts';
import { bent, bentText, text } from './hostile.ts';
import { parser } from './parser.ts';

interface Target {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export async function fuzzDoors({
  runs,
  seed,
}: {
  readonly runs: number;
  readonly seed: number;
}): Promise<readonly Fuzzed[]> {
  const round = await openRound(`fuzz ${seed}`);
  try {
    const targets = await targetsOf(round);
    const done: Fuzzed[] = [];
    for (const target of targets)
      done.push(await fuzzTarget(round, target, { runs: Math.max(20, Math.round(runs / targets.length)), seed }));
    return done;
  } finally {
    await round.program.close();
  }
}

/** A header that Node itself would not send is no case for the program. */
const headerText = text.map((given) => given.replace(/[^\x20-\x7e]/g, '').slice(0, 2_000));
const names = [
  'accept-language',
  'range',
  'if-none-match',
  'x-forwarded-for',
  'cookie',
  'idempotency-key',
  'content-type',
  'last-event-id',
  'user-agent',
  'referer',
  'accept-encoding',
];

async function fuzzTarget(
  { program }: OpenRound,
  target: Target,
  how: { readonly runs: number; readonly seed: number },
): Promise<Fuzzed> {
  const inputs = fc.record({
    body: fc.oneof(
      { weight: 5, arbitrary: bent(target.body).map((value) => JSON.stringify(value) ?? '') },
      { weight: 1, arbitrary: bentText(JSON.stringify(target.body)) },
    ),
    query: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: text }),
    header: fc.option(fc.tuple(fc.constantFrom(...names), headerText), { nil: null }),
  });
  const one = parser({
    name: `door: ${target.method} ${target.name}`,
    covers: [],
    inputs,
    async read({ body, query, header }) {
      const before = program.errors.length;
      const more = query ? `${target.path.includes('?') ? '&' : '?'}${encodeURIComponent(query.toWellFormed())}` : '';
      const headers = {
        'content-type': 'application/json',
        ...target.headers,
        ...(header ? { [header[0]]: header[1] } : {}),
      };
      const told: Told = await program.call(target.method, target.path + more, {
        headers,
        ...(target.method === 'GET' ? {} : { body }),
      });
      if (told.status >= 500)
        throw new Error(`answered ${told.status}: ${told.text.slice(0, 200)} ${String(program.errors.at(-1))}`);
      if (program.errors.length > before)
        throw new Error(`told its log of an error of ours: ${String(program.errors.at(-1))}`);
    },
  });
  return fuzzOne(one, { runs: how.runs, seed: how.seed });
}

const fixed: readonly (readonly [string, string, unknown])[] = [
  ['POST', '/api/token', { locale: 'vi', unit: '02683' }],
  ['GET', '/api/desk?unit=02683', {}],
  ['GET', '/api/notices', {}],
  ['GET', '/api/guides/1.001193', {}],
  ['GET', '/hoi', {}],
  ['GET', '/', {}],
  ['GET', '/chat', {}],
  ['GET', '/dang-nhap/ve', {}],
  ['GET', '/du-lieu-cua-toi', {}],
  ['GET', '/so-lieu-mo.csv', {}],
  ['GET', '/metrics', {}],
  ['GET', '/mang-ve/12345678', {}],
  ['GET', '/zalo/anh/x.y.png', {}],
  ['GET', '/hinh/x', {}],
  ['POST', '/lien-ket', { key: 'x' }],
  ['POST', '/dang-xuat', { key: 'x' }],
  ['POST', '/console/dang-nhap', { login: 'x', password: 'y', csrf: 'z' }],
  ['GET', '/console/kich-hoat/x', {}],
  ['GET', '/kiosk/api/office', {}],
  ['POST', '/kiosk/api/checklists', { code: '1.001193', locale: 'vi' }],
  ['GET', '/kiosk/api/checklists/12345678', {}],
  ['POST', '/kiosk/api/device', { key: 'x'.repeat(43) }],
  ['POST', '/zalo/oa', { app_id: '1', event_name: 'user_send_text' }],
  ['POST', '/zalo/bot', { event_name: 'message.text.received' }],
  ['POST', '/hotline/jambonz/turn', { call_sid: 'x' }],
  ['POST', '/hotline/twiml/turn', { CallSid: 'x' }],
  ['POST', '/hotline/stringee/turn', { call_id: 'x' }],
  ['POST', '/hotline/speech/tts', { text: 'x' }],
];

async function targetsOf({ program }: OpenRound): Promise<readonly Target[]> {
  const { live } = await signInAs(program, 'an');
  const begun = await program.call('POST', '/api/token', { body: {} });
  const { token, conversationId } = begun.json as { token: string; conversationId: string };
  const wire = { authorization: `Bearer ${token}` };
  await program.call('POST', '/v3/directline/conversations', { headers: wire, body: {} });
  const talk = `/v3/directline/conversations/${conversationId}`;
  const visit = await program.call('POST', '/kiosk/api/visits', { body: { locale: 'vi' } });
  const kiosk = visit.json as { visit: string; token: string };
  const atKiosk = { authorization: `Bearer ${kiosk.token}` };
  const own = (method: string, path: string, body: unknown, headers: Readonly<Record<string, string>>): Target => ({
    name: path.replace(conversationId, ':id').replace(kiosk.visit, ':visit'),
    method,
    path,
    headers,
    body,
  });
  return [
    ...fixed.map(([method, path, body]) => own(method, path, body, { cookie: sessionCookie(live.token) })),
    own('POST', `${talk}/activities`, { type: 'event', from: { id: 'x' }, text: 'x', channelData: {} }, wire),
    own('GET', `${talk}/activities`, {}, wire),
    own('POST', `${talk}/upload`, { type: 'message' }, wire),
    own('POST', '/v3/directline/conversations', { user: { id: 'x' }, locale: 'vi' }, wire),
    own('POST', '/v3/directline/tokens/refresh', {}, wire),
    own('POST', '/api/feedback', { turnId: randomUUID(), verdict: 'up', reason: 'x' }, wire),
    own('GET', `/kiosk/api/visits/${kiosk.visit}`, {}, atKiosk),
    own('POST', `/kiosk/api/visits/${kiosk.visit}/receipt`, { scanned: 'x' }, atKiosk),
    own('POST', `/kiosk/api/visits/${kiosk.visit}/rating`, { stars: 3 }, atKiosk),
    own('POST', `/kiosk/api/visits/${kiosk.visit}/dossiers/1/reveal`, {}, atKiosk),
    ...(await consoleTargets(program)),
  ];
}

const bodies: Readonly<Record<string, unknown>> = {
  '/presence': { state: 'away', reason: 'x' },
  '/held/rules': { unit: '02683', statuses: [], fields: [], minutes: 10 },
  '/copilot/runs': { text: 'x', handOffId: null },
};
const others: readonly (readonly [string, string, unknown])[] = [
  ['POST', '/staff', { login: 'x', name: 'x', role: 'officer', unit: '02683' }],
  ['PATCH', `/staff/${randomUUID()}`, { unit: '02683' }],
  ['GET', '/audit', {}],
  ['GET', '/figures', {}],
  ['POST', '/switches/banners/preview', { vi: 'x', en: 'x', severity: 'notice', units: null }],
  ['POST', '/editorial/drafts', { content: { kind: 'ignored', because: 'x' }, turnIds: [], askedBy: 0 }],
  ['POST', '/editorial/proposals', { kind: 'way', question: 'x', code: null }],
  ['POST', '/push', { endpoint: 'https://fcm.googleapis.com/x', keys: { p256dh: 'x', auth: 'y' } }],
];

/** Each by whoever may; one admin, one supervisor, one editor. */
async function consoleTargets({ running, staffSessions }: OpenRound['program']): Promise<readonly Target[]> {
  const headersOf = async (role: 'admin' | 'supervisor' | 'editor') => {
    const account = { login: `fuzz-${role}`, email: null, name: 'Thử', role, unit: '02683', skills: [], desk: null };
    const opened = await staffSessions.open(
      await running.store.staff.accounts.add({ ...account, by: 'test' }),
      'password+code',
      'x',
    );
    const token = opened?.token ?? '';
    return { cookie: staffCookie(token), 'x-csrf': staffSessions.csrfOf(token), origin: publicUrl };
  };
  const [admin, supervisor, editor] = [
    await headersOf('admin'),
    await headersOf('supervisor'),
    await headersOf('editor'),
  ];
  const described = Object.keys(describedRoutes).flatMap((name) => {
    const [method = '', path = ''] = name.split(' ');
    if (path === '/events') return [];
    const address = path.replace('{id}', randomUUID()).replace('{draft}', randomUUID());
    const body = bodies[path] ?? {
      fence: 1,
      key: 'mot-hai-ba',
      text: 'x',
      reason: 'x',
      code: 'x',
      labels: [],
      as: 'finished',
      keep: false,
    };
    return [{ name: path, method: method.toUpperCase(), path: `/console/api${address}`, headers: supervisor, body }];
  });
  return [
    ...described,
    ...others.map(([method, path, body]) => ({
      name: path.split('/').slice(0, 3).join('/'),
      method,
      path: `/console/api${path}`,
      headers: path.startsWith('/editorial') ? editor : admin,
      body,
    })),
  ];
}
