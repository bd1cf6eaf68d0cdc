/** Who may what: every route, every role, every unit and desk, against the real store. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type StaffRole, staffMay, staffRoles } from '../../../bot/index.ts';
import type { TestStaff } from '../test-staff.ts';
import { describedRoutes } from './described-routes.ts';
import {
  type Called,
  openTestConsole,
  otherUnit,
  ownUnit,
  province,
  type TestConsole,
  type TestTalk,
} from './test-console.ts';

const units = [ownUnit, otherUnit, province, '01'] as const;
const desks = ['Ban Tiếp công dân', null] as const;
const secret = 'Chuyện chỉ nói với cán bộ';

/** Each talk, and who may see it. */
const targets = {
  own: { options: { unit: ownUnit }, seenFrom: [ownUnit, province], desk: null },
  other: { options: { unit: otherUnit }, seenFrom: [otherUnit, province], desk: null },
  nowhere: { options: { unit: null }, seenFrom: units, desk: null },
  denunciation: {
    options: { unit: ownUnit, cause: 'denunciation', desk: 'tiep-cong-dan' },
    seenFrom: [ownUnit, province],
    desk: 'Ban Tiếp công dân',
  },
} as const;
type Target = keyof typeof targets | 'unknown';
const targetNames: readonly Target[] = ['own', 'other', 'nowhere', 'denunciation', 'unknown'];

/** A body that fits, with a fence that nobody holds: whoever may act hears `lost`, and nothing is changed. */
const bodies: Readonly<Record<string, unknown>> = {
  keep: { fence: 9999 },
  messages: { fence: 9999, key: 'mot-hai-ba', text: 'Dạ' },
  typing: { fence: 9999 },
  notes: { text: 'Ghi chú' },
  labels: { labels: ['gấp'] },
  transfer: { fence: 9999, to: { desk: 'Hộ tịch' }, note: '' },
  end: { fence: 9999, as: 'finished' },
  contact: { reason: 'gọi lại' },
  dossier: { code: 'H15.01-261101-0001', reason: 'dân hỏi' },
  send: { fence: 9999, text: null, keep: false },
  drop: { fence: 9999 },
  rules: {},
};

const routes = Object.entries(describedRoutes).map(([name, { deed }]) => {
  const [method = '', path = ''] = name.split(' ');
  return { method: method.toUpperCase(), path, deed };
});

let at: TestConsole;
const staff = new Map<string, TestStaff>();
const talks = new Map<Target, TestTalk>();
const keyOf = (role: StaffRole, unit: string, desk: string | null) => `${role} ${unit} ${desk}`;

beforeAll(async () => {
  at = await openTestConsole();
  for (const role of staffRoles)
    for (const unit of units)
      for (const desk of desks)
        staff.set(keyOf(role, unit, desk), await at.staff({ role, unit, desk, name: 'Cán bộ' }));
  for (const [name, { options }] of Object.entries(targets))
    talks.set(name as Target, await at.waiting({ ...options, asked: secret }));
}, 120_000);
afterAll(() => at?.close());

interface Case {
  readonly role: StaffRole;
  readonly unit: (typeof units)[number];
  readonly desk: (typeof desks)[number];
  readonly target: Target;
  readonly route: (typeof routes)[number];
}

const sees = ({ unit, desk, target }: Case): boolean => {
  if (target === 'unknown') return false;
  const { seenFrom, desk: keptFor } = targets[target];
  return (seenFrom as readonly string[]).includes(unit) && (keptFor === null || keptFor === desk);
};

function call({ role, unit, desk, target, route }: Case, id?: string): Promise<Called> {
  const by = staff.get(keyOf(role, unit, desk)) ?? null;
  const path = route.path.replace('{id}', id ?? talks.get(target)?.id ?? randomUUID()).replace('{draft}', randomUUID());
  const body = route.method === 'GET' ? undefined : bodies[route.path.split('/').at(-1) ?? ''];
  if (route.path === '/presence') return at.call('PUT', path, { by, body: { state: 'available' } });
  if (route.path === '/pictures') return at.call('POST', path, { by, raw: { type: 'image/png', data: 'x' } });
  const query = route.path === '/search' ? '?q=khai+sinh' : '';
  return at.call(route.method, path + query, { by, ...(body === undefined ? {} : { body }) });
}

/** What the tables say, against what came. */
async function hold(one: Case): Promise<void> {
  const { role, unit, desk, target, route } = one;
  const named = [role, unit, desk, target, route.method, route.path].join(' ');
  const { status, body, text } = await call(one);
  const may = route.deed === undefined || staffMay(role, route.deed);
  const inTalk = route.path.includes('{id}');
  if (!may) {
    expect([named, status, body.error.code]).toEqual([named, 403, 'forbidden']);
    return;
  }
  if (inTalk && !sees(one)) {
    const nobodys = await call(one, randomUUID());
    expect([named, status, text]).toEqual([named, 404, nobodys.text]);
    return;
  }
  expect([named, status]).not.toEqual([named, 403]);
  // A case, a contact or a draft that is not there is not there, in a talk that he sees too.
  const missing = /\/(?:dossier|contact|send|drop)$/.test(route.path);
  if (inTalk && !missing) expect([named, status]).not.toEqual([named, 404]);
  if (route.path === '/hand-offs') expectList(one, text);
}

/** The inbox holds what he sees and nothing else, not even an id. */
function expectList(one: Case, text: string): void {
  for (const [target, { id }] of talks) if (!sees({ ...one, target })) expect(text).not.toContain(id);
}

const randomCase: fc.Arbitrary<Case> = fc.record({
  role: fc.constantFrom(...staffRoles),
  unit: fc.constantFrom(...units),
  desk: fc.constantFrom(...desks),
  target: fc.constantFrom(...targetNames),
  // A stream does not end by itself; its suite is beside this one.
  route: fc.constantFrom(...routes.filter(({ path }) => path !== '/events')),
});

describe('the rights of the console', () => {
  it('hold for 1,000 random calls: role, unit, desk, talk, route', async () => {
    const together = fc.array(randomCase, { minLength: 20, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(together, async (cases) => {
        await Promise.all(cases.map(hold));
      }),
      { numRuns: 50, endOnFailure: true },
    );
  }, 300_000);

  it.each(
    routes.filter(({ path }) => path !== '/events').map((route) => [`${route.method} ${route.path}`, route] as const),
  )('hold for %s: every role, own unit and another', async (_name, route) => {
    for (const role of staffRoles)
      for (const unit of [ownUnit, otherUnit] as const)
        for (const target of ['own', 'denunciation', 'unknown'] as const)
          await hold({ role, unit, desk: null, target, route });
  });

  it.each(routes.map(({ method, path }) => [`${method} ${path}`, method, path] as const))(
    'let nobody in who is signed out, or has another’s token: %s',
    async (_name, method, path) => {
      const full = path.replace('{id}', talks.get('own')?.id ?? '');
      const anonymous = await at.call(method, full, method === 'GET' ? {} : { body: {} });
      expect([anonymous.status, anonymous.body.error.code]).toEqual([401, 'signed-out']);
      if (method === 'GET') return;
      const [one, two] = [staff.get(keyOf('officer', ownUnit, null)), staff.get(keyOf('supervisor', ownUnit, null))];
      const mixed = { cookie: one?.cookie ?? '', 'x-csrf': two?.csrf ?? '' };
      for (const headers of [mixed, { cookie: mixed.cookie }]) {
        const { status, body } = await at.call(method, full, { headers, body: {} });
        expect([status, body.error.code]).toEqual([403, 'csrf']);
      }
    },
  );

  it('end with the session, at the very next call', async () => {
    const leaving = await at.staff({ name: 'Hùng' });
    expect((await at.call('GET', '/hand-offs', { by: leaving })).status).toBe(200);
    await at.test.store.staff.accounts.endSessions(leaving.member.id, {}, 'test');
    expect((await at.call('GET', '/hand-offs', { by: leaving })).status).toBe(401);
    expect((await at.call('POST', `/hand-offs/${talks.get('own')?.id}/claim`, { by: leaving })).status).toBe(401);
  });

  it('know no talk of a commune that an officer was moved away from', async () => {
    const moved = await at.staff({ name: 'Hạnh' });
    const path = `/hand-offs/${talks.get('own')?.id}`;
    expect((await at.call('GET', path, { by: moved })).status).toBe(200);
    await at.test.store.staff.accounts.change(moved.member.id, { unit: otherUnit }, 'test');
    expect((await at.call('GET', path, { by: moved })).status).toBe(404);
  });
});
