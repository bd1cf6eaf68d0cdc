/** The cookies of the console. No script reads them, and they go along with no request that another site began. */
import type { IncomingHttpHeaders } from 'node:http';
import type { CookieOptions, Response } from 'express';

export interface StaffCookies {
  /** Of the header; `null` when there is none in the form of ours. */
  read(headers: IncomingHttpHeaders, name: StaffCookieName): string | null;
  set(response: Response, name: StaffCookieName, token: string): void;
  clear(response: Response, name: StaffCookieName): void;
}

/**
 * `session`: signed in. `step`: the password was right, the code is still to come. `form`: this browser was shown our
 * form. `device`: this browser has signed in before. `oidc`: on the way to the identity provider and back.
 */
export type StaffCookieName = 'session' | 'step' | 'form' | 'device' | 'oidc';

const names: Readonly<Record<StaffCookieName, string>> = {
  session: 'hmc_staff',
  step: 'hmc_staff_step',
  form: 'hmc_staff_form',
  device: 'hmc_staff_device',
  oidc: 'hmc_staff_oidc',
};

const minute = 60_000;
const lives: Partial<Record<StaffCookieName, number>> = {
  step: 10 * minute,
  oidc: 10 * minute,
  device: 365 * 24 * 60 * minute,
};
const tokenForm = /^[\w-]{43}(\.[\w-]{43})?$/;

/** @param secure whether our own address is https: then the names bind them to this very host. */
export function staffCookies(secure: boolean): StaffCookies {
  const nameOf = (name: StaffCookieName) => (secure ? `__Host-${names[name]}` : names[name]);
  const options: CookieOptions = {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/',
  };
  return {
    read: ({ cookie = '' }, name) => {
      const found = cookie
        .split(';')
        .map((part) => part.trim().split('='))
        .find(([key]) => key === nameOf(name));
      const value = found?.[1] ?? '';
      return tokenForm.test(value) ? value : null;
    },
    set: (response, name, token) => {
      const maxAge = lives[name];
      response.cookie(nameOf(name), token, { ...options, ...(maxAge ? { maxAge } : {}) });
    },
    clear: (response, name) => void response.clearCookie(nameOf(name), options),
  };
}
