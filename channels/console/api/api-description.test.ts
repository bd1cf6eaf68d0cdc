import { describe, expect, it } from '@jest/globals';
import type { Router } from 'express';
import { heldRoutes } from '../held/routes.ts';
import { apiDescription } from './api-description.ts';
import type { ConsoleApi } from './api-parts.ts';
import { apiRouters } from './console-api.ts';
import { describedRoutes } from './described-routes.ts';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** What each route asks of the gate, noted while the routers are made. */
function routesThere(): { readonly name: string; readonly deed: string | undefined }[] {
  const asked: (string | undefined)[] = [];
  const requireStaff = (deed?: string) => {
    asked.push(deed);
    return () => {};
  };
  const gate = { requireStaff, staffOf: async () => null };
  const api = { gate, desk: {}, live: {}, staff: {}, per: {} } as unknown as ConsoleApi;
  const layersOf = (router: Router, below = '') =>
    (router.stack as readonly Layer[]).flatMap(({ route }) =>
      route
        ? Object.keys(route.methods).map((method) => `${method} ${below}${route.path.replace(/:(\w+)/g, '{$1}')}`)
        : [],
    );
  const routes = [
    ...apiRouters.flatMap((make) => layersOf(make(api))),
    ...layersOf(heldRoutes({ ...api, speak: () => ({}) } as never), '/held'),
  ];
  return routes.map((name, index) => ({ name, deed: asked[index] }));
}

describe('the description of the console’s API', () => {
  it('names every route there is, and none that is not, each with the right that it asks for', () => {
    const described = Object.entries(describedRoutes).map(([name, { deed }]) => ({ name, deed }));
    const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name);
    expect(described.toSorted(byName)).toEqual(routesThere().toSorted(byName));
  });

  it('says of every route how it refuses who is signed out, may not, or is too quick', () => {
    for (const methods of Object.values(apiDescription().paths))
      for (const operation of Object.values(methods)) {
        const { responses } = operation as { responses: object };
        expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403', '429', '503']));
      }
  });

  it('asks for the token of the session on everything that changes something', () => {
    for (const methods of Object.values(apiDescription().paths))
      for (const [method, operation] of Object.entries(methods)) {
        const { security } = operation as { security: object[] };
        expect(Object.keys(security[0] ?? {})).toEqual(method === 'get' ? ['session'] : ['session', 'csrf']);
      }
  });

  it('points only to schemas that it has', () => {
    const description = apiDescription();
    for (const [, name] of JSON.stringify(description).matchAll(/#\/components\/schemas\/(\w+)/g))
      expect(description.components.schemas).toHaveProperty(String(name));
  });
});
