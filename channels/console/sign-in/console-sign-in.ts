/** All of sign-in as one router with its gate. */
import { join } from 'node:path';
import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import { z } from 'zod';
import {
  BusyError,
  createStaffLinks,
  createStaffSessions,
  createStaffSignIn,
  type HashCost,
  makeStaffTries,
  openPasswordHashing,
  type StaffStore,
} from '../../../bot/index.ts';
import { perMinute } from '../../web/direct-line/limits.ts';
import { faultPages } from './faults.ts';
import { makeStaffGate, type StaffGate } from './gate.ts';
import { linkRoutes } from './link-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { inside, sendPage, staffPaths } from './staff-page.ts';

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
}

export interface ConsoleSignIn {
  readonly gate: StaffGate;
  /** For `consoleRoutes`. */
  readonly routes: Router;
}

export function makeConsoleSignIn(options: ConsoleSignInParts): ConsoleSignIn {
  const { store, secretKey, publicUrl, officersNeedCode = false, hashCost, now = () => new Date() } = options;
  const sessions = createStaffSessions(store, secretKey);
  const hashing = openPasswordHashing(hashCost);
  const tries = makeStaffTries(secretKey);
  const signIn = createStaffSignIn({ store, secretKey, sessions, hashing, tries, officersNeedCode, now });
  const links = createStaffLinks({ store, hashing, tries, signIn });
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
    limited(options.perMinute ?? 60),
    noStore,
    form,
  );
  routes.use(signInRoutes({ gate, sessions, signIn, withProvider: false }));
  routes.use(linkRoutes({ gate, sessions, links }));
  routes.use(sayFault);
  return { gate, routes };
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

const limited = (most: number): RequestHandler => {
  const perAddress = perMinute(most);
  return (request, _response, next) => {
    perAddress(request.ip ?? '');
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
