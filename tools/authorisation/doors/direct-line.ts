/** The wire: any token at any talk, with any cookie beside it. */
import { randomUUID } from 'node:crypto';
import { type Case, type Kind, noWords } from '../case.ts';
import { addressFrom, chance, pick, type Random } from '../dice.ts';
import { deviceCookie } from '../fill-people.ts';
import { secrets } from '../open-program.ts';
import type { KioskVisit, WireTalk, World } from '../world.ts';
import { throwSession } from './citizen-web.ts';
import { readStream } from './read-stream.ts';

interface Talk {
  readonly what: string;
  readonly conversationId: string;
  readonly token: string;
  readonly expired: string | null;
  readonly streamToken: string | null;
  readonly secret: string;
  readonly session: WireTalk['session'];
  readonly device: string | null;
  readonly isVisit: boolean;
  readonly isOver: boolean;
  readonly turnId: string | null;
}

const ofWire = (one: WireTalk): Talk => ({
  ...{ ...one, device: null, isVisit: false },
  what: one.session ? `talk of session ${one.session.id.slice(0, 8)}${one.isOver ? ' (over)' : ''}` : 'anonymous talk',
});
const ofVisit = (one: KioskVisit): Talk => ({
  ...{ ...one, expired: null, streamToken: null, session: null, isVisit: true, isOver: !one.isLive, turnId: null },
  what: `visit ${one.id.slice(0, 8)}${one.isLive ? '' : ' (over)'}`,
});

const throwTalk = ({ wire, visits }: World, random: Random): Talk =>
  chance(random, 0.7) ? ofWire(pick(random, wire)) : ofVisit(pick(random, visits));

/** The keys that somebody shows, and whether they open the talk that he asks for. */
function throwKeys(world: World, random: Random) {
  const target = throwTalk(world, random);
  const own = chance(random, 0.5) ? target : throwTalk(world, random);
  const way = pick(random, ['good', 'good', 'good', 'expired', 'stream', 'twisted', 'none', 'secret'] as const);
  const { token, isGood } = tokenOf(own, way);
  const session = throwSession(world, random);
  const withOwn = chance(random, 0.6) && own.session !== null;
  const sessionToken = withOwn ? own.session?.token : session.live?.token;
  const cookies = [withOwn ? `__Host-hmc-phien=${own.session?.token}` : session.cookie];
  const device = chance(random, 0.6) ? own.device : chance(random, 0.3) ? pick(random, world.devices.good) : null;
  if (device) cookies.push(deviceCookie(device));
  const isOwn = own.conversationId === target.conversationId;
  const holdsSession = own.session === null || (sessionToken === own.session.token && !own.isOver);
  const holdsVisit = !own.isVisit || (!own.isOver && (own.device === null || own.device === device));
  const asSecret = way === 'secret';
  // The secret's holder serves anonymous talks of the web, and nothing of a session or a visit.
  const opens = asSecret ? target.session === null && !target.isVisit : isGood && isOwn && holdsSession && holdsVisit;
  const headers: Record<string, string> = {
    cookie: cookies.filter(Boolean).join('; '),
    'x-forwarded-for': addressFrom(random),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const what = `${way} token of ${own.what} at ${isOwn ? 'it' : target.what}; ${withOwn ? 'its session' : session.what}${device ? ', a device' : ''}`;
  return { target, own, headers, opens, what, asSecret, token: token ?? '' };
}

function tokenOf(own: Talk, way: string): { readonly token: string | null; readonly isGood: boolean } {
  if (way === 'none') return { token: null, isGood: false };
  if (way === 'secret') return { token: secrets.directLine, isGood: false };
  if (way === 'expired') return { token: own.expired ?? 'x.y', isGood: false };
  if (way === 'stream') return { token: own.streamToken ?? 'x.y', isGood: false };
  if (way === 'twisted') return { token: twist(own.token), isGood: false };
  return { token: own.token, isGood: true };
}

/** Says that it is another's, under the old signature. */
function twist(token: string): string {
  const [body = '', mac = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
  return `${Buffer.from(JSON.stringify({ ...claims, session: null, visit: null, ownDevice: true })).toString('base64url')}.${mac}`;
}

interface At {
  readonly name: string;
  readonly method: string;
  readonly path: (conversationId: string, random: Random) => string;
  readonly body?: (random: Random) => unknown;
  readonly weight?: number;
}

const base = '/v3/directline/conversations';
const message = (text: string) => ({ type: 'message', id: randomUUID(), from: { id: 'ai-do' }, text });

const inTalk: readonly At[] = [
  { name: 'reads a talk', method: 'GET', path: (id) => `${base}/${id}/activities` },
  {
    name: 'reads a talk from a watermark',
    method: 'GET',
    path: (id, random) => `${base}/${id}/activities?watermark=${Math.floor(random() * 40)}`,
  },
  { name: 'joins a talk again', method: 'GET', path: (id) => `${base}/${id}` },
  {
    name: 'says something',
    method: 'POST',
    path: (id) => `${base}/${id}/activities`,
    body: () => message('lệ phí khai sinh'),
    weight: 0.15,
  },
  {
    name: 'asks for a case',
    method: 'POST',
    path: (id) => `${base}/${id}/activities`,
    body: () => message('hồ sơ của tôi tới đâu rồi'),
    weight: 0.15,
  },
  {
    name: 'types',
    method: 'POST',
    path: (id) => `${base}/${id}/activities`,
    body: () => ({ type: 'typing', from: { id: 'ai-do' } }),
  },
];

const wordsOf = (world: World, { opens, target }: { opens: boolean; target: Talk }): ReadonlySet<string> => {
  if (!opens) return noWords;
  const person = world.people.find(({ sessions }) => sessions.some(({ id }) => id === target.session?.id));
  return person?.secrets ?? new Set([target.secret]);
};

const kindOf = ({ name, method, path, body, weight }: At): Kind => ({
  door: 'direct-line',
  name,
  ...(weight === undefined ? {} : { weight }),
  throw(world, random): Case {
    const keys = throwKeys(world, random);
    const address = path(keys.target.conversationId, random);
    const sent = body?.(random);
    // A mark that is none of this talk's is refused to whoever may read it too.
    const may = keys.opens && address.includes('watermark') ? null : keys.opens;
    return {
      what: `${method} ${name}: ${keys.what}`,
      may,
      words: wordsOf(world, keys),
      changes: method === 'POST',
      run: ({ call }) =>
        call(method, address, { headers: keys.headers, ...(sent === undefined ? {} : { body: sent }) }),
    };
  },
});

const own: readonly Kind[] = [
  {
    door: 'direct-line',
    name: 'refreshes a token',
    throw(world, random): Case {
      const keys = throwKeys(world, random);
      const opens = keys.opens || holds(keys);
      return {
        what: `refresh: ${keys.what}`,
        may: keys.asSecret ? false : opens,
        words: noWords,
        run: ({ call }) => call('POST', '/v3/directline/tokens/refresh', { headers: keys.headers, body: {} }),
      };
    },
  },
  {
    door: 'direct-line',
    name: 'starts a conversation',
    throw(world, random): Case {
      const keys = throwKeys(world, random);
      const may = keys.asSecret ? true : keys.opens || holds(keys);
      return {
        what: `start: ${keys.what}`,
        may,
        words: noWords,
        changes: true,
        run: ({ call }) => call('POST', base, { headers: keys.headers, body: {} }),
      };
    },
  },
  {
    door: 'direct-line',
    name: 'makes a token with the secret',
    throw(world, random): Case {
      const keys = throwKeys(world, random);
      return {
        what: `generate: ${keys.what}`,
        may: keys.asSecret,
        words: noWords,
        run: ({ call }) =>
          call('POST', '/v3/directline/tokens/generate', { headers: keys.headers, body: { user: { id: 'dl_x' } } }),
      };
    },
  },
  {
    door: 'direct-line',
    name: 'gives an opinion on a turn',
    throw(world, random): Case {
      const keys = throwKeys(world, random);
      const { turnId, session } = ofWire(pick(random, world.wire));
      const personOf = (id: string | undefined) =>
        world.people.find(({ sessions }) => sessions.some((one) => one.id === id));
      // Of another talk of his own, an earlier sign-in's too: it is his, so either will do.
      const isHis = session !== null && world.wire.some((one) => one.turnId === turnId && one.isOver);
      const his = keys.own.session !== null && (isHis || personOf(session?.id) === personOf(keys.own.session.id));
      const mine = !keys.asSecret && (keys.opens || holds(keys)) && turnId !== null && turnId === keys.own.turnId;
      const body = { turnId: turnId ?? randomUUID(), verdict: pick(random, ['up', 'down']), reason: 'thử' };
      return {
        what: `opinion: ${keys.what}`,
        may: mine || !his ? mine : null,
        words: noWords,
        changes: true,
        run: ({ call }) => call('POST', '/api/feedback', { headers: keys.headers, body }),
      };
    },
  },
  {
    door: 'direct-line',
    name: 'sends a file',
    weight: 0.2,
    throw(world, random): Case {
      const keys = throwKeys(world, random);
      const path = `${base}/${keys.target.conversationId}/upload?userId=ai-do`;
      const headers = { ...keys.headers, 'content-type': 'image/png' };
      return {
        what: `upload: ${keys.what}`,
        may: keys.opens,
        words: noWords,
        changes: true,
        run: ({ call }) => call('POST', path, { headers, body: Buffer.from('89504e470d0a1a0a', 'hex') }),
      };
    },
  },
  {
    door: 'direct-line',
    name: 'follows the stream',
    weight: 0.5,
    throw(world, random): Case {
      const keys = throwKeys(world, random);
      const { target, own: shown, token, headers } = keys;
      const t = chance(random, 0.3) && shown.streamToken ? shown.streamToken : token;
      const { authorization: _none, ...rest } = headers;
      const path = `${base}/${target.conversationId}/stream?watermark=0&t=${encodeURIComponent(t)}`;
      // An address of a stream lasts a minute only: what was good may be over, so a good one proves nothing here.
      const isAddress = shown.streamToken !== null && t === shown.streamToken;
      const may = t === token && !isAddress ? (keys.asSecret ? false : keys.opens) : null;
      const isOwn = shown.conversationId === target.conversationId;
      // One that still holds opens its talk by itself, or with the cookie of its sign-in.
      const { session } = shown;
      const isSignedIn = session !== null && !shown.isOver && (rest.cookie ?? '').includes(session.token);
      const byAddress = isAddress && !shown.isVisit && (session === null || isSignedIn);
      const words = wordsOf(world, { opens: keys.opens || (isOwn && (byAddress || holds(keys))), target });
      return { what: `stream: ${keys.what}`, may, words, run: ({ program }) => readStream(program.base, path, rest) };
    },
  },
  {
    door: 'direct-line',
    name: 'asks for a token of its own',
    throw(world, random): Case {
      const keys = throwKeys(world, random);
      // A browser that holds an anonymous talk and a sign-in takes the one into the other: that would change these people.
      const adopts = keys.own.session === null && keys.token !== '' && !keys.asSecret;
      const headers = adopts ? { ...keys.headers, cookie: '' } : keys.headers;
      return {
        what: `own token: ${keys.what}`,
        may: true,
        words: noWords,
        changes: true,
        run: ({ call }) => call('POST', '/api/token', { headers, body: {} }),
      };
    },
  },
  {
    door: 'direct-line',
    name: 'asks who is signed in',
    throw(world, random): Case {
      const keys = throwKeys(world, random);
      return {
        what: `me: ${keys.what}`,
        may: true,
        words: noWords,
        run: ({ call }) => call('GET', '/api/me', { headers: keys.headers }),
      };
    },
  },
];

/** Whether the keys are good for the talk that the token itself names. */
function holds({ own: shown, headers, token }: { own: Talk; headers: Record<string, string>; token: string }): boolean {
  if (token !== shown.token) return false;
  const cookie = headers.cookie ?? '';
  if (shown.session) return !shown.isOver && cookie.includes(`__Host-hmc-phien=${shown.session.token}`);
  if (!shown.isVisit) return true;
  return !shown.isOver && (shown.device === null || cookie.includes(deviceCookie(shown.device)));
}

export const directLine: readonly Kind[] = [...inTalk.map(kindOf), ...own];
