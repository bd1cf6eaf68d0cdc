/** A call's route as the program wrote it down: paths hold codes and tokens, and are told to nobody. */
import type { Request } from 'express';

/** @param status of the answer: a page that is none has no route. */
export function routeOf(request: Request, status: number): string {
  const { route, baseUrl } = request as { readonly route?: { readonly path?: unknown }; readonly baseUrl: string };
  if (route?.path === undefined) return status < 400 ? '(file)' : '(none)';
  const [path = ''] = Array.isArray(route.path) ? route.path : [route.path];
  return `${mountOf(baseUrl)}${String(path)}`;
}

/** Mounts are words of ours; anything else that stands there came from outside. */
const mountOf = (baseUrl: string): string => (/^(?:\/[a-z][\da-z-]{0,30}){0,5}$/.test(baseUrl) ? baseUrl : '(mount)');
