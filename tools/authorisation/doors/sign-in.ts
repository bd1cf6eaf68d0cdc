/** Sign-in and what hangs on it: forms of others, links of others, sign-ins that somebody else began; for citizens and for staff. */
import { randomUUID } from 'node:crypto';
import { type Case, type Kind, noWords } from '../case.ts';
import { addressFrom, chance, pick, type Random } from '../dice.ts';
import { fromOwnPage } from '../fill-people.ts';
import { staffCookie } from '../fill-staff.ts';
import type { World } from '../world.ts';
import { throwSession } from './citizen-web.ts';
import { throwMember } from './console.ts';

const form = 'application/x-www-form-urlencoded';

/** A form with the key of this session, of another, or none; from our page or from elsewhere. */
function throwForm(world: World, random: Random) {
  const session = throwSession(world, random);
  const others = world.people.flatMap(({ sessions }) => sessions);
  const way = pick(random, ['own', 'other', 'none'] as const);
  const key =
    way === 'own' && session.live ? session.live.formKey : way === 'other' ? pick(random, others).formKey : 'x';
  const isOurs = chance(random, 0.7);
  const from = isOurs ? fromOwnPage : { origin: 'https://la.example', 'sec-fetch-site': 'cross-site' };
  const fits = session.live !== null && key === session.live.formKey && isOurs;
  const headers = { ...from, 'content-type': form, cookie: session.cookie, 'x-forwarded-for': addressFrom(random) };
  const what = `${session.what}, ${key === session.live?.formKey ? 'its' : 'no'} key, ${isOurs ? 'our page' : 'another site'}`;
  return { session, key, fits, headers, what };
}

const citizen: readonly Kind[] = [
  {
    door: 'sign-in',
    name: 'undoes a link',
    throw(world, random): Case {
      const { session, key, fits, headers, what } = throwForm(world, random);
      const foreign = world.links.filter(({ citizenId }) => citizenId !== session.person?.citizenId);
      const link = chance(random, 0.5) ? randomUUID() : pick(random, foreign).id;
      const body = new URLSearchParams({ key, link }).toString();
      // Another's link is as one that is not there: his own are shown, and nothing is undone.
      return {
        what: `undoes another's link: ${what}`,
        may: fits,
        harmless: true,
        words: noWords,
        run: ({ call }) => call('POST', '/lien-ket/go', { headers, body }),
      };
    },
  },
  {
    door: 'sign-in',
    name: 'asks for a code to link',
    throw(world, random): Case {
      const { key, fits, headers, what } = throwForm(world, random);
      const body = new URLSearchParams({ key }).toString();
      return {
        what: `asks for a code: ${what}`,
        may: fits ? null : false,
        changes: true,
        words: noWords,
        run: ({ call }) => call('POST', '/lien-ket', { headers, body }),
      };
    },
  },
  {
    door: 'sign-in',
    name: 'looks at links',
    throw(world, random): Case {
      const session = throwSession(world, random);
      const headers = { cookie: session.cookie, 'x-forwarded-for': addressFrom(random) };
      return {
        what: `links: ${session.what}`,
        may: session.live !== null,
        words: noWords,
        run: ({ call }) => call('GET', '/lien-ket', { headers }),
      };
    },
  },
  {
    door: 'sign-in',
    name: 'signs another out',
    throw(world, random): Case {
      const made = throwForm(world, random);
      const key = made.fits ? 'x' : made.key;
      const body = new URLSearchParams({ key }).toString();
      // Who is signed in and brings no key of his own stays signed in; for whoever is not, there is nothing to end.
      const may = made.session.live ? false : null;
      return {
        what: `signs out: ${made.what}`,
        may,
        harmless: true,
        words: noWords,
        run: ({ call }) => call('POST', '/dang-xuat', { headers: made.headers, body }),
      };
    },
  },
  {
    door: 'sign-in',
    name: 'comes back from the provider',
    throw(world, random): Case {
      const { cookie, what } = throwSession(world, random);
      const login = chance(random, 0.5) ? `; __Host-hmc-dang-nhap=${'z'.repeat(43)}` : '';
      const query = new URLSearchParams({ code: randomUUID(), state: randomUUID() }).toString();
      const headers = { cookie: cookie + login, 'x-forwarded-for': addressFrom(random) };
      return {
        what: `a sign-in that nobody began: ${what}`,
        may: false,
        words: noWords,
        run: ({ call }) => call('GET', `/dang-nhap/ve?${query}`, { headers }),
      };
    },
  },
  {
    door: 'sign-in',
    name: 'begins',
    weight: 0.2,
    throw(_world, random): Case {
      const ve = pick(random, ['/', '/chat', 'https://la.example/', '//la.example']);
      const path = `/dang-nhap?${new URLSearchParams({ ve })}`;
      return {
        what: `begins, to come back to ${ve}`,
        may: null,
        changes: true,
        words: noWords,
        run: ({ call }) => call('GET', path, { headers: { 'x-forwarded-for': addressFrom(random) } }),
      };
    },
  },
];

const staffPages = [
  '/console/dang-nhap',
  '/console/dang-nhap/ma',
  '/console/dang-nhap/ung-dung',
  '/console/dang-xuat',
  '/console/tai-khoan',
  '/console/kich-hoat/khong-co',
];
const staffForms = [
  '/console/dang-nhap',
  '/console/dang-nhap/ma',
  '/console/dang-nhap/ung-dung',
  '/console/dang-xuat',
  '/console/kich-hoat/khong-co',
  ...['mat-khau', 'ung-dung', 'phien', 'ma-kenh', 'bo-kenh'].map((name) => `/console/tai-khoan/${name}`),
];

const staff: readonly Kind[] = [
  ...staffPages.map(
    (path): Kind => ({
      door: 'staff-accounts',
      name: `GET ${path}`,
      weight: 0.1,
      throw(world, random): Case {
        const { headers, what } = throwMember(world, random);
        return {
          what: `${path} by ${what}`,
          may: null,
          words: noWords,
          run: ({ call }) => call('GET', path, { headers }),
        };
      },
    }),
  ),
  ...staffForms.map(
    (path): Kind => ({
      door: 'staff-accounts',
      name: `POST ${path}`,
      weight: 0.1,
      throw(world, random): Case {
        const { headers, what } = throwMember(world, random);
        const other = pick(random, world.staff);
        const body = new URLSearchParams({
          csrf: 'x',
          login: 'thu-1',
          password: 'sai mat khau nay',
          code: '000000',
          session: other.id,
          channel: 'zalo-oa',
          next: 'x',
          again: 'x',
        }).toString();
        // No form of ours, so nothing happens: not to him, and not to whom it names.
        return {
          what: `${path} without a form of ours by ${what}`,
          may: null,
          harmless: true,
          words: noWords,
          run: ({ call }) => call('POST', path, { headers: { ...headers, 'x-csrf': 'x', 'content-type': form }, body }),
        };
      },
    }),
  ),
  {
    door: 'staff-accounts',
    name: 'brings the citizens’ cookie to the console',
    throw(world, random): Case {
      const session = throwSession(world, random);
      const talk = pick(
        random,
        world.people.flatMap(({ sessions }) => sessions),
      ).token;
      const headers = { cookie: `${session.cookie}; ${staffCookie(talk)}`, 'x-forwarded-for': addressFrom(random) };
      return {
        what: `inbox by ${session.what}`,
        may: false,
        words: noWords,
        run: ({ call }) => call('GET', '/console/api/hand-offs', { headers }),
      };
    },
  },
];

export const signInDoor: readonly Kind[] = [...citizen, ...staff];
