/** The kiosk: any visit's token, at any device, at any visit. */
import { randomUUID } from 'node:crypto';
import { writeWav } from '../../../channels/speech/sound/wav.ts';
import { type Case, type Kind, noWords } from '../case.ts';
import { addressFrom, chance, pick, type Random } from '../dice.ts';
import { deviceCookie } from '../fill-people.ts';
import type { World } from '../world.ts';

function throwKeys({ visits, devices }: World, random: Random) {
  const target = pick(random, visits);
  const holder = chance(random, 0.6) ? target : pick(random, visits);
  const device = chance(random, 0.6)
    ? holder.device
    : pick(random, [null, devices.removed, 'x'.repeat(43), ...devices.good]);
  const withToken = chance(random, 0.9);
  const atHome = holder.device === null || holder.device === device;
  const opens = withToken && target.id === holder.id && target.isLive && atHome;
  const headers: Record<string, string> = {
    'x-forwarded-for': addressFrom(random),
    ...(device ? { cookie: deviceCookie(device) } : {}),
    ...(withToken ? { authorization: `Bearer ${holder.token}` } : {}),
  };
  const isScreen = device !== null && devices.good.includes(device);
  const what = `${holder.isLive ? 'a live' : 'an ended'} visit's token${target === holder ? '' : ' at another visit'}, ${isScreen ? 'a screen' : 'no screen'}`;
  return { target, holder, headers, opens, isScreen, what };
}

/** A tenth of a second of nothing. */
const quiet = Buffer.from(writeWav({ pcm16: new Int16Array(1_600), sampleRate: 16_000 }));

interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  /** `visit`: its own live token; `screen`: a registered device; `anyone`. */
  readonly needs: 'visit' | 'screen' | 'anyone';
  /** What comes of it for whoever may depends on what is there. */
  readonly depends?: boolean;
}

const routes: readonly Route[] = [
  { name: 'looks at a visit', method: 'GET', path: '/visits/{id}', needs: 'visit' },
  { name: 'says that somebody is there', method: 'PUT', path: '/visits/{id}', needs: 'visit' },
  { name: 'lists cases', method: 'GET', path: '/visits/{id}/dossiers', needs: 'visit' },
  {
    name: 'uncovers a case',
    method: 'POST',
    path: '/visits/{id}/dossiers/1/reveal',
    body: {},
    needs: 'visit',
    depends: true,
  },
  {
    name: 'uncovers a case by its code',
    method: 'POST',
    path: '/visits/{id}/dossiers/000.00.12.H38-260915-1001/reveal',
    body: {},
    needs: 'visit',
    depends: true,
  },
  {
    name: 'holds up a sheet',
    method: 'POST',
    path: '/visits/{id}/receipt',
    body: { scanned: 'không phải biên nhận' },
    needs: 'visit',
    depends: true,
  },
  { name: 'rates', method: 'POST', path: '/visits/{id}/rating', body: { stars: 4 }, needs: 'visit', depends: true },
  { name: 'draws a number', method: 'POST', path: '/tickets', body: { desk: '1' }, needs: 'screen', depends: true },
  {
    name: 'has something said',
    method: 'POST',
    path: '/speech/say',
    body: { text: 'Xin chào', rate: 'normal' },
    needs: 'screen',
    depends: true,
  },
  {
    name: 'has something heard',
    method: 'POST',
    path: '/speech/listen',
    body: quiet,
    needs: 'screen',
    depends: true,
  },
  { name: 'reads the office', method: 'GET', path: '/office', needs: 'anyone' },
  { name: 'takes the offline copy', method: 'GET', path: '/guides', needs: 'anyone', depends: true },
  {
    name: 'makes a list',
    method: 'POST',
    path: '/checklists',
    body: { code: '1.001193', locale: 'vi' },
    needs: 'anyone',
    depends: true,
  },
  { name: 'opens a list', method: 'GET', path: '/checklists/{list}', needs: 'anyone', depends: true },
  { name: 'guesses a list', method: 'GET', path: '/checklists/{guess}', needs: 'anyone', depends: true },
];

const kindOf = ({ name, method, path, body, needs, depends = false }: Route): Kind => ({
  door: 'kiosk',
  name,
  weight: path === '/guides' ? 0.05 : 0.6,
  throw(world, random): Case {
    const keys = throwKeys(world, random);
    const allowed = needs === 'anyone' || (needs === 'visit' ? keys.opens : keys.isScreen);
    const address = path
      .replace('{id}', keys.target.id)
      .replace('{list}', world.checklist)
      .replace('{guess}', String(Math.floor(random() * 1e8)).padStart(8, '0'));
    const sound: Record<string, string> = Buffer.isBuffer(body) ? { 'content-type': 'audio/wav' } : {};
    const headers = { ...keys.headers, 'idempotency-key': randomUUID(), ...sound };
    return {
      what: `${name}: ${keys.what}`,
      may: allowed && depends ? null : allowed,
      words: noWords,
      changes: method !== 'GET',
      run: ({ call }) => call(method, `/kiosk/api${address}`, { headers, ...(body === undefined ? {} : { body }) }),
    };
  },
});

/** A visit of its own from the first touch to the end, that no other may end. */
const others: readonly Kind[] = [
  {
    door: 'kiosk',
    name: 'ends a visit of another',
    throw(world, random): Case {
      const keys = throwKeys(world, random);
      // Ending one's own that is over does no harm and says nothing: who may end his live one does not do it here.
      const isOwn = keys.target.id === keys.holder.id;
      const headers = isOwn ? { 'x-forwarded-for': addressFrom(random) } : keys.headers;
      return {
        what: `ends: ${isOwn ? 'without a token' : keys.what}`,
        may: false,
        words: noWords,
        changes: true,
        run: ({ call }) => call('DELETE', `/kiosk/api/visits/${keys.target.id}`, { headers }),
      };
    },
  },
  {
    door: 'kiosk',
    name: 'shows a key of a device',
    weight: 0.3,
    throw(world, random): Case {
      const key = pick(random, [world.devices.removed, 'y'.repeat(43), ...world.devices.good]);
      const isGood = world.devices.good.includes(key);
      const headers = { 'x-forwarded-for': addressFrom(random) };
      return {
        what: `shows ${isGood ? 'a good' : 'a bad'} key`,
        may: isGood,
        words: noWords,
        run: ({ call }) => call('POST', '/kiosk/api/device', { headers, body: { key } }),
      };
    },
  },
  {
    door: 'kiosk',
    name: 'begins a visit in a browser',
    weight: 0.3,
    throw(_world, random): Case {
      const headers = { 'x-forwarded-for': addressFrom(random) };
      return {
        what: 'begins',
        may: null,
        words: noWords,
        changes: true,
        run: ({ call }) => call('POST', '/kiosk/api/visits', { headers, body: { locale: 'vi' } }),
      };
    },
  },
  {
    door: 'kiosk',
    name: 'comes from another site',
    throw(world, random): Case {
      const keys = throwKeys(world, random);
      const headers = { ...keys.headers, origin: 'https://la.example', 'sec-fetch-site': 'cross-site' };
      return {
        what: `from another site: ${keys.what}`,
        may: false,
        words: noWords,
        changes: true,
        run: ({ call }) => call('PUT', `/kiosk/api/visits/${keys.target.id}`, { headers }),
      };
    },
  },
];

export const kioskDoor: readonly Kind[] = [...routes.map(kindOf), ...others];
