/** All of sign-in as one router with its gate. */
import { join } from 'node:path';
import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import { z } from 'zod';
import {
  type AuditLog,
  BusyError,
  createOwnAccount,
  createStaffDesk,
  createStaffLinks,
  createStaffSessions,
  createStaffSignIn,
  type HashCost,
  makeStaffTries,
  type OwnAccount,
  openPasswordHashing,
  type SpeechMaker,
  type StaffStore,
  StoreInputError,
} from '../../../bot/index.ts';
import { countCalls, networkOf } from '../../limits/index.ts';
import { pushRoutes } from '../phones/push-routes.ts';
import { serviceWorker } from '../phones/service-worker.ts';
import { auditRoutes } from '../staff/audit-routes.ts';
import { staffRoutes } from '../staff/staff-routes.ts';
import { accountRoutes } from './account-routes.ts';
import { faultPages } from './faults.ts';
import { makeStaffGate, refuse, type StaffGate } from './gate.ts';
import { linkRoutes } from './link-routes.ts';
import { providerRoutes } from './provider-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { inside, sendPage, staffPaths } from './staff-page.ts';
import { openStaffProvider, type StaffProviderSettings } from './staff-provider.ts';

export interface ConsoleSignInParts {
  readonly store: StaffStore;
  readonly secretKey: Buffer;
  /** Our own address as browsers know it; `null`: as each request names it. */
  readonly publicUrl: string | null;
  /** Officers need an authenticator as well. */
  readonly officersNeedCode?: boolean;
  /** Of password hashes; smaller ones are for suites alone. */
  readonly hashCost?: HashCost;
  /** Requests to the sign-in pages from one address. */
  readonly perMinute?: number;
  readonly now?: () => Date;
  readonly provider?: StaffProviderSettings | null;
  /** For admins to read; without it there is no such page. */
  readonly auditLog?: AuditLog;
  readonly push?: { readonly vapidKey: string | null; readonly hosts: readonly string[] };
  /** Words of the service worker. */
  readonly speak?: SpeechMaker;
  /** Told of each error that is ours or the provider's. */
  readonly onError?: (error: unknown) => void;
}

export interface ConsoleSignIn {
  readonly gate: StaffGate;
  /** For `consoleRoutes`. */
  readonly routes: Router;
  /** For the channel that gets the codes which link its accounts. */
  readonly own: OwnAccount;
}

export function makeConsoleSignIn(options: ConsoleSignInParts): ConsoleSignIn {
  const { store, secretKey, publicUrl, officersNeedCode = false, hashCost, now = () => new Date() } = options;
  const { auditLog, push = { vapidKey: null, hosts: [] }, onError = () => {} } = options;
  const sessions = createStaffSessions(store, secretKey);
  const hashing = openPasswordHashing(hashCost);
  const tries = makeStaffTries(secretKey);
  const signIn = createStaffSignIn({ store, secretKey, sessions, hashing, tries, officersNeedCode, now });
  const links = createStaffLinks({ store, hashing, tries, signIn });
  const own = createOwnAccount({ store, secretKey, hashing, tries, signIn });
  const gate = makeStaffGate({ sessions, publicUrl });
  const routes = Router();
  routes.use(consoleHeaders());
  routes.use('/assets/staff.css', (_request, response) =>
    response.sendFile(join(import.meta.dirname, 'staff.css'), { maxAge: '1h' }),
  );
  const paths = ['signIn', 'signOut', 'activate', 'account'] as const;
  const form = express.urlencoded({ extended: false, limit: '8kb' });
  routes.use(
    paths.map((path) => inside(staffPaths[path])),
    limited(options.perMinute),
    noStore,
    form,
  );
  const common = { gate, sessions };
  const provider = options.provider && openStaffProvider(options.provider);
  routes.use(signInRoutes({ ...common, signIn, withProvider: Boolean(provider) }));
  if (provider) routes.use(providerRoutes({ ...common, signIn, provider, onError }));
  routes.use(linkRoutes({ ...common, links }));
  routes.use(accountRoutes({ ...common, own }));
  routes.use(sayFault);
  const apis = Router();
  apis.use('/api/staff', staffRoutes({ gate, desk: createStaffDesk({ store, tries }), publicUrl }));
  if (auditLog) apis.use('/api/audit', auditRoutes({ gate, auditLog, store }));
  apis.use('/api/push', pushRoutes({ gate, own, calls: store.calls, ...push }));
  apis.use(sayApiFault);
  routes.use(apis);
  if (options.speak) routes.get('/sw.js', serviceWorker(options.speak));
  return { gate, routes, own };
}

/** No script, style, frame or form but our own; what is typed here goes nowhere else. */
const consoleHeaders = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'font-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    // Our own pages say where they are, so that a form can be told from another site's; a link's token goes nowhere else.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: false,
  });

const limited = (most?: number): RequestHandler => {
  const perAddress = countCalls('console-sign-in', most);
  return async (request, _response, next) => {
    await perAddress(networkOf(request.ip ?? ''));
    next();
  };
};

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

/** A form that was no form of ours, and too many at once; all else is for the web door to say. */
const sayFault: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof z.ZodError) return sendPage(response, faultPages['old-form']);
  if (error instanceof BusyError) return sendPage(response, faultPages.busy);
  next(error);
};

/** What came from outside in no form of ours; all else is for the web door to say. */
const sayApiFault: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof StoreInputError && error.code === 'bad-id') return refuse(response, 'unknown');
  const status = Number((error as { status?: unknown } | null)?.status);
  if (error instanceof z.ZodError || (status >= 400 && status < 500 && status !== 429))
    return refuse(response, 'bad-input');
  next(error);
};
