/** Every route of an application with its whole address, as the routers were put together. For suites. */
import express, { type Express } from 'express';

export interface ListedRoute {
  readonly method: string;
  /** `/console/api/hand-offs/:id`; for a regular expression its source. */
  readonly path: string;
}

interface Kept {
  readonly at: string;
  readonly child?: object;
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
}

/** Takes note of what routers are made of from now on: express keeps no mount paths. Call it before they are made. */
export function noteRoutes(): { of(app: Express): readonly ListedRoute[]; stop(): void } {
  const parts = new WeakMap<object, Kept[]>();
  const proto = express.Router.prototype as Record<string, (...args: unknown[]) => unknown>;
  const { use, route } = proto;
  if (!use || !route) throw new Error('This express has routers of another kind');
  const note = (router: object, kept: Kept) => void parts.set(router, [...(parts.get(router) ?? []), kept]);
  proto.use = function (this: object, ...args: unknown[]) {
    const flat = args.flat(9);
    const paths = flat.filter((one) => typeof one === 'string' || one instanceof RegExp).map(textOf);
    const children = flat.filter((one): one is object => typeof one === 'function' && parts.has(one));
    for (const child of children) for (const at of paths.length > 0 ? paths : ['']) note(this, { at, child });
    return use.apply(this, args);
  };
  proto.route = function (this: object, ...args: unknown[]) {
    const made = route.apply(this, args) as NonNullable<Kept['route']>;
    for (const at of [args[0]].flat()) note(this, { at: textOf(at), route: made });
    return made;
  };
  const walk = (router: object, above: string): ListedRoute[] =>
    (parts.get(router) ?? []).flatMap(({ at, child, route: found }) => {
      const path = `${above}${at === '/' ? '' : at}`;
      if (child) return walk(child, path);
      return Object.keys(found?.methods ?? {}).map((method) => ({ method: method.toUpperCase(), path: path || '/' }));
    });
  return {
    of: (app) => walk(app.router, ''),
    stop: () => void Object.assign(proto, { use, route }),
  };
}

const textOf = (path: unknown): string => (path instanceof RegExp ? path.source : String(path));
