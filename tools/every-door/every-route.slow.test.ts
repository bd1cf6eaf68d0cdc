import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStaffSessions } from '../../bot/index.ts';
import { secretKey } from '../../config.ts';
import { openTestDoors } from './test-doors.ts';
import type { ListedRoute } from './test-routes.ts';

const uuid = '0b8f7d3e-52a4-4d3a-9d0b-2f1c9a6e7d10';
/** One address for each regular expression among the routes. */
const samples: readonly (readonly [RegExp, string])[] = [
  [/hinh/, `/hinh/${uuid}`],
  [/console\^/, '/console/hop-thu'],
];

const addressOf = ({ path }: ListedRoute): string => {
  const known = samples.find(([pattern]) => pattern.test(path))?.[1];
  if (known) return known;
  return path
    .replace(/:code|:procedure/g, '1.001193')
    .replace(/[:*]\w+/g, uuid)
    .replace(/[{}]/g, '');
};

const changes = ({ method }: ListedRoute) => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method);

describe('every route of the program', () => {
  let doors: Awaited<ReturnType<typeof openTestDoors>>;
  let staff: { cookie: string; csrf: string };
  beforeAll(async () => {
    doors = await openTestDoors();
    const account = { name: 'Vàng Thị Mỷ', login: 'my', unit: '10', email: null, skills: [], desk: null };
    const id = await doors.store.staff.accounts.add({ ...account, role: 'admin', by: 'command' });
    const sessions = createStaffSessions(doors.store.staff, secretKey(doors.config));
    const opened = await sessions.open(id, 'password', 'suite');
    staff = { cookie: `__Host-hmc_staff=${opened?.token}`, csrf: sessions.csrfOf(opened?.token ?? '') };
  }, 120_000);
  afterAll(() => doors?.close());

  const call = (route: ListedRoute, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${doors.url}${addressOf(route)}`, { method: route.method, redirect: 'manual', headers });
  const whole = (route: ListedRoute) => route.method !== 'HEAD' && !/events$|stream$/.test(route.path);

  it('is found: pages, wire, console, kiosk, webhooks', () => {
    const paths = new Set(doors.routes.map(({ path }) => path));
    for (const path of [
      '/',
      '/hoi',
      '/health',
      '/metrics',
      '/v3/directline/conversations/:id/activities',
      '/api/token',
      '/kiosk/api/visits/:visit',
      '/zalo/bot',
      '/hotline/twiml/call',
      '/hotline/stringee/call',
      '/dang-xuat',
    ])
      expect([...paths]).toContain(path);
    expect(doors.routes.filter(({ path }) => path.startsWith('/console')).length).toBeGreaterThan(60);
  });

  it('answers with the headers that keep a page to itself', async () => {
    const faults: string[] = [];
    for (const route of doors.routes.filter(whole)) {
      const { headers, status } = await call(route, { cookie: staff.cookie });
      const policy = headers.get('content-security-policy') ?? '';
      const say = (fault: string) => faults.push(`${route.method} ${route.path} (${status}): ${fault}`);
      if (!policy) say('no policy');
      if (/unsafe-inline|unsafe-eval|\*/.test(policy)) say(`a weak policy: ${policy}`);
      if (!/frame-ancestors/.test(policy)) say('may be framed');
      if (!/default-src/.test(policy)) say('no default-src');
      if (headers.get('x-content-type-options') !== 'nosniff') say('may be sniffed');
      if (!headers.get('referrer-policy')) say('no referrer policy');
      if (headers.get('x-powered-by')) say('says what it is made of');
      if (status === 429 && !headers.get('retry-after')) say('429 without Retry-After');
      if (status >= 500 && status !== 503 && status !== 502) say('an error of ours');
      for (const cookie of headers.getSetCookie())
        if (!/httponly/i.test(cookie) || !/samesite=(lax|strict|none)/i.test(cookie)) say(`a weak cookie: ${cookie}`);
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('keeps what is personal out of every cache', async () => {
    const personal = doors.routes.filter(
      (route) =>
        route.method === 'GET' &&
        whole(route) &&
        /^\/$|^\/hoi|^\/chat|du-lieu|lien-ket|dang-|^\/console\/api\/(?!openapi)|^\/kiosk\/api\/(visits|device)|^\/v3|^\/api\/me/.test(
          route.path,
        ),
    );
    const faults: string[] = [];
    for (const route of personal) {
      const { headers, status } = await call(route, { cookie: staff.cookie });
      if (status < 300 && !/no-store/.test(headers.get('cache-control') ?? ''))
        faults.push(`${route.method} ${route.path}: ${headers.get('cache-control')}`);
    }
    expect(personal.length).toBeGreaterThan(30);
    expect(faults).toEqual([]);
  }, 120_000);

  it('of the console changes nothing for another site, nor without the session’s own key', async () => {
    const changing = doors.routes.filter((route) => changes(route) && /^\/console\/api/.test(route.path));
    expect(changing.length).toBeGreaterThan(30);
    const done: string[] = [];
    for (const route of changing) {
      const own = { cookie: staff.cookie, 'content-type': 'application/json' };
      const foreign = { ...own, 'x-csrf': staff.csrf, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
      for (const headers of [own, foreign]) {
        const { status } = await call(route, headers);
        if (status !== 403) done.push(`${route.method} ${route.path}: ${status}`);
      }
    }
    expect(done).toEqual([]);
  }, 120_000);

  it('that changes something by a cookie refuses the forms of other sites', async () => {
    const byCookie = doors.routes.filter(
      (route) => changes(route) && /^\/(?!v3|api\/|zalo|hotline|console\/api|speech|hoi$)/.test(route.path),
    );
    const done: string[] = [];
    for (const route of byCookie) {
      const response = await call(route, {
        cookie: `${staff.cookie}; hmc=${uuid}`,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'cross-site',
        origin: 'https://evil.example',
      });
      const sends = response.headers.getSetCookie().length > 0;
      const isRefused = response.status >= 400 || response.status === 303;
      if (!isRefused || sends) done.push(`${route.method} ${route.path}: ${response.status}`);
    }
    expect(byCookie.length).toBeGreaterThan(10);
    expect(done).toEqual([]);
    // Whatever they answered: the member is signed in as before.
    const me = await fetch(`${doors.url}/console/api/me`, { headers: { cookie: staff.cookie } });
    expect(me.status).toBe(200);
  }, 120_000);

  it('takes no body of words without a limit', async () => {
    const faults: string[] = [];
    for (const route of doors.routes.filter(changes)) {
      const statuses = [];
      for (const [type, body] of [
        ['application/json', JSON.stringify({ text: 'x'.repeat(300_000) })],
        ['application/x-www-form-urlencoded', `q=${'x'.repeat(300_000)}`],
      ] as const) {
        const own = {
          cookie: staff.cookie,
          'x-csrf': staff.csrf,
          'sec-fetch-site': 'same-origin',
          'content-type': type,
        };
        const address = `${doors.url}${addressOf(route)}`;
        const sent = fetch(address, { method: route.method, redirect: 'manual', headers: own, body });
        statuses.push(await sent.then(({ status }) => status).catch(() => 413));
      }
      if (statuses.every((status) => status < 400 && status !== 303)) faults.push(`${route.method} ${route.path}`);
    }
    expect(faults).toEqual([]);
  }, 120_000);
});
