/** The officers' console: every route, by anybody who holds or held a session, and by nobody. */
import { randomUUID } from 'node:crypto';
import { describedRoutes } from '../../../channels/console/api/described-routes.ts';
import { type Case, type Kind, noWords } from '../case.ts';
import { addressFrom, chance, pick, type Random } from '../dice.ts';
import { fromOwnPage } from '../fill-people.ts';
import { staffCookie } from '../fill-staff.ts';
import { mayDo, seesHandOff } from '../staff-oracle.ts';
import type { HandOff, Member, World } from '../world.ts';
import { consoleBodies } from './console-bodies.ts';
import { otherRoutes, wordsOfRatings } from './console-routes.ts';
import { readEvents } from './read-events.ts';

export interface ConsoleRoute {
  readonly method: string;
  /** Below `/console/api`, with `{id}` where a talk is named. */
  readonly path: string;
  /** `null`: whoever is signed in. */
  readonly deed: string | null;
  /** Asked for as well. */
  readonly too?: string;
  /** Whoever may is let in; `false`: what comes then depends on what is there. */
  readonly always?: boolean;
}

/** Without a model there is no co-pilot; a rule is one's own unit's. */
const depends = new Set(['/copilot/runs', '/copilot/used', '/held/rules']);

/** Streams do not end by themselves: the suite of the live hub looks at them. */
const live = '/events';

const described: readonly ConsoleRoute[] = Object.entries(describedRoutes).map(([name, { deed }]) => {
  const [method = '', path = ''] = name.split(' ');
  return { method: method.toUpperCase(), path, deed: deed ?? null, always: !depends.has(path) };
});

export interface Shown {
  readonly member: Member | null;
  readonly what: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Signed in, with what a call that changes something has to bring. */
  readonly isIn: boolean;
  readonly isWhole: boolean;
}

/** Cookie and csrf: his own, of two people, of one who is out, half, or none. */
export function throwMember({ staff }: World, random: Random): Shown {
  const member = pick(random, staff);
  const other = pick(random, staff);
  const way = pick(random, ['own', 'own', 'own', 'own', 'none', 'invented', 'no-csrf', 'mixed', 'foreign'] as const);
  const address = { 'x-forwarded-for': addressFrom(random) };
  if (way === 'none') return { member: null, what: 'nobody', headers: address, isIn: false, isWhole: false };
  const token = way === 'invented' ? randomUUID().replaceAll('-', '').padEnd(43, 'x') : member.token;
  const csrf = way === 'mixed' ? other.csrf : member.csrf;
  const from = way === 'foreign' ? { origin: 'https://la.example', 'sec-fetch-site': 'cross-site' } : fromOwnPage;
  const isIn = member.isLive && way !== 'invented';
  const isWhole = isIn && way !== 'no-csrf' && way !== 'foreign' && csrf === member.csrf;
  const headers = { ...address, ...from, cookie: staffCookie(token), ...(way === 'no-csrf' ? {} : { 'x-csrf': csrf }) };
  const what = `${member.isLive ? '' : 'former '}${member.role} of ${member.unit}${member.desk ? ' at reception' : ''} (${way})`;
  return { member: isIn ? member : null, what, headers, isIn, isWhole };
}

/** What comes of a talk's route for whoever sees it depends on claims and on what is there. */
function throwCase(route: ConsoleRoute, world: World, random: Random): Case {
  const shown = throwMember(world, random);
  const { member, isIn, isWhole, headers } = shown;
  const isRead = route.method === 'GET';
  const inTalk = route.path.includes('{id}');
  const target = chance(random, 0.9) ? pick(random, world.handOffs) : null;
  const dossier = pick(random, world.dossiers);
  const path = addressOf(route, target, random);
  const { query = '', ...sent } = consoleBodies(route, { random, dossier, world });
  const mayEnter =
    (isRead ? isIn : isWhole) && member !== null && mayDo(member, route.deed) && mayDo(member, route.too ?? null);
  const sees = member !== null && target !== null && seesHandOff(member, target);
  const may = mayEnter && (!inTalk || sees);
  const words = may && member ? wordsFor(route, { member, target, world, dossier }) : noWords;
  return {
    what: `${route.method} ${route.path} by ${shown.what}${inTalk ? ` at a talk of ${target?.unit ?? 'nowhere'}${target?.desk ? ' kept to reception' : ''}` : ''}`,
    may: may && (inTalk || route.always === false) ? null : may,
    words,
    changes: !isRead,
    run: ({ call }) =>
      call(route.method, `/console/api${path}${query}`, {
        headers: { ...headers, ...sent.headers },
        ...(sent.body === undefined ? {} : { body: sent.body }),
      }),
  };
}

const addressOf = ({ path }: ConsoleRoute, target: HandOff | null, random: Random): string =>
  path
    .replace('{id}', target?.id ?? randomUUID())
    .replace('{draft}', randomUUID())
    .replace('{spare}', chance(random, 0.5) ? randomUUID() : '00000000-0000-4000-8000-000000000001');

interface Asked {
  readonly member: Member;
  readonly target: HandOff | null;
  readonly world: World;
  readonly dossier: { readonly unit: string; readonly secret: string };
}

function wordsFor({ method, path }: ConsoleRoute, { member, target, world, dossier }: Asked): ReadonlySet<string> {
  if (path === '/hand-offs') return wordsOfAll(world.handOffs.filter((one) => seesHandOff(member, one)));
  if (!path.startsWith('/hand-offs/{id}') || !target) return noWords;
  if (path.endsWith('/contact')) return new Set(target.contact ? [target.contact] : []);
  // A case is his commune's alone, province or not.
  if (path.endsWith('/dossier')) return dossier.unit === member.unit ? new Set([dossier.secret]) : noWords;
  return method === 'GET' ? target.secrets : noWords;
}

const wordsOfAll = (all: readonly HandOff[]): ReadonlySet<string> =>
  new Set(all.flatMap(({ secrets }) => [...secrets]));

const kindOf = (route: ConsoleRoute): Kind => ({
  door:
    route.path.startsWith('/staff') || route.path.startsWith('/push') || route.path.startsWith('/audit')
      ? 'staff-accounts'
      : 'console',
  name: `${route.method} ${route.path}`,
  weight: route.path.includes('{id}') ? 0.6 : 0.25,
  throw: (world, random) => throwCase(route, world, random),
});

/** Hints carry ids alone; who may not see the inbox hears none. */
const events: Kind = {
  door: 'console',
  name: 'GET /events',
  throw(world, random): Case {
    const { member, isIn, headers, what } = throwMember(world, random);
    const may = isIn && member !== null && mayDo(member, 'see-inbox');
    return {
      what: `the live stream by ${what}`,
      may: may ? null : false,
      words: noWords,
      run: ({ program }) => readEvents(`${program.base}/console/api${live}`, headers),
    };
  },
};

/** Whoever reads what citizens wrote beside their stars sees talks and figures. */
const ratings: Kind = {
  door: 'console',
  name: 'GET /figures/words',
  weight: 0.25,
  throw: (world, random) => throwCase(wordsOfRatings, world, random),
};

export const consoleDoor: readonly Kind[] = [
  ...[...described, ...otherRoutes].filter(({ path }) => path !== live).map(kindOf),
  events,
  ratings,
];
