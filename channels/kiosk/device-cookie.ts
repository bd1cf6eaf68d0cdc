/** The cookie by which a registered kiosk is known. No script reads it; it goes to no other site, not even by a link. */
import type { IncomingHttpHeaders } from 'node:http';
import type { CookieOptions, Response } from 'express';

export interface DeviceCookie {
  keyIn(headers: IncomingHttpHeaders): string | null;
  set(response: Response, key: string): void;
}

/** A browser keeps none for longer. */
const keptMs = 400 * 86_400_000;
/** As `npm run kiosk -- add` makes them. */
export const deviceKeyForm = /^[\w-]{43}$/;

/** @param secure whether our own address is https: then the name binds it to this very host. */
export function deviceCookie(secure: boolean): DeviceCookie {
  const name = secure ? '__Host-hmc-kiosk' : 'hmc-kiosk';
  const options: CookieOptions = { httpOnly: true, sameSite: 'strict', secure, path: '/', maxAge: keptMs };
  return {
    keyIn({ cookie = '' }) {
      for (const part of cookie.split(';')) {
        const [key, value = ''] = part.trim().split('=');
        if (key === name && deviceKeyForm.test(value)) return value;
      }
      return null;
    },
    set: (response, key) => void response.cookie(name, key, options),
  };
}
