/** What everybody may see, whatever he shows: nothing of anybody stands in it. And what monitors see with their key. */
import { randomUUID } from 'node:crypto';
import { type Case, type Kind, noWords } from '../case.ts';
import { addressFrom, chance, pick } from '../dice.ts';
import { staffCookie } from '../fill-staff.ts';
import { secrets } from '../open-program.ts';
import { throwBrowser } from './citizen-web.ts';

const open: readonly string[] = [
  '/health',
  '/healthz',
  '/readyz',
  '/embed.js',
  '/favicon.ico',
  '/assets/plain.css',
  '/assets/mang-ve.css',
  '/chat',
  '/chat?unit=02683',
  '/tro-nang',
  '/api/notices',
  '/api/notices?unit=02683',
  '/api/desk',
  '/api/desk?unit=02683',
  '/api/guides/1.001193',
  '/api/openapi.json',
  '/console/api/openapi.json',
  '/so-lieu-mo',
  '/so-lieu-mo.json',
  '/so-lieu-mo.csv',
  '/kiosk',
  '/mang-ve/12345678',
  '/zalo/oa',
  '/zalo/bot',
  '/console/sw.js',
  '/v3/directline/session/getsessionid',
];

/** Made files, of which there are none before `npm run build`. */
const maybe = [
  '/assets/chat-page/main.js',
  '/assets/kiosk/main.js',
  '/console/assets/page/main.js',
  '/kiosk/worker.js',
  '/console',
  '/console/hop-thu',
  '/khong-co',
  '/console/api/khong-co',
  '/mang-ve/x',
];

const look = (path: string): Kind => ({
  door: 'public',
  name: `GET ${path.split('?')[0]}`,
  weight: 0.06,
  throw(world, random): Case {
    const browser = throwBrowser(world, random);
    const member = chance(random, 0.3) ? pick(random, world.staff) : null;
    const cookie = [browser.cookie, member ? staffCookie(member.token) : ''].filter(Boolean).join('; ');
    const headers = { cookie, 'x-forwarded-for': addressFrom(random) };
    return {
      what: `${path} by ${browser.what}`,
      may: null,
      words: noWords,
      run: ({ call }) => call('GET', path, { headers }),
    };
  },
});

const metrics: Kind = {
  door: 'public',
  name: 'GET /metrics',
  weight: 0.2,
  throw(_world, random): Case {
    const key = pick(random, [secrets.metrics, secrets.directLine, `${secrets.metrics}x`, '', null]);
    const headers: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
    return {
      what: `metrics with ${key === secrets.metrics ? 'its key' : 'no key of it'}`,
      may: key === secrets.metrics,
      words: noWords,
      run: ({ call }) => call('GET', '/metrics', { headers }),
    };
  },
};

const picture: Kind = {
  door: 'public',
  name: 'GET /hinh/:id',
  weight: 0.2,
  throw: (): Case => ({
    what: 'guesses a picture',
    may: false,
    words: noWords,
    run: ({ call }) => call('GET', `/hinh/${randomUUID()}`),
  }),
};

const forget: Kind = {
  door: 'public',
  name: 'POST /xoa',
  weight: 0.06,
  throw(world, random): Case {
    const { cookie, what } = throwBrowser(world, random);
    return {
      what: `forgets the talk of the browser: ${what}`,
      may: null,
      harmless: true,
      words: noWords,
      run: ({ call }) => call('POST', '/xoa', { headers: { cookie } }),
    };
  },
};

export const publicDoor: readonly Kind[] = [...open.map(look), ...maybe.map(look), metrics, picture, forget];
