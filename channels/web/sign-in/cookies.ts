/** The cookies of sign-in. No script reads them; they go to no other site. */
import type { IncomingHttpHeaders } from 'node:http';
import type { CookieOptions, Response } from 'express';

export interface SignInCookies {
  sessionIn(headers: IncomingHttpHeaders): string | null;
  loginIn(headers: IncomingHttpHeaders): string | null;
  setSession(response: Response, token: string): void;
  setLogin(response: Response, token: string): void;
  clearSession(response: Response): void;
  clearLogin(response: Response): void;
}

const loginMs = 10 * 60_000;
const tokenForm = /^[\w-]{43}$/;

/** @param secure whether our own address is https: then the names bind them to this very host. */
export function signInCookies(secure: boolean): SignInCookies {
  const name = (plain: string) => (secure ? `__Host-${plain}` : plain);
  const [session, login] = [name('hmc-phien'), name('hmc-dang-nhap')];
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', secure, path: '/' };
  return {
    sessionIn: (headers) => readCookie(headers, session),
    loginIn: (headers) => readCookie(headers, login),
    setSession: (response, token) => void response.cookie(session, token, options),
    setLogin: (response, token) => void response.cookie(login, token, { ...options, maxAge: loginMs }),
    clearSession: (response) => void response.clearCookie(session, options),
    clearLogin: (response) => void response.clearCookie(login, options),
  };
}

function readCookie({ cookie = '' }: IncomingHttpHeaders, name: string): string | null {
  for (const part of cookie.split(';')) {
    const [key, value = ''] = part.trim().split('=');
    if (key === name && tokenForm.test(value)) return value;
  }
  return null;
}
