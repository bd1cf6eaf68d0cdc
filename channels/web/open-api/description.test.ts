import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Router } from 'express';
import { activityRoutes, uploadRoutes } from '../direct-line/activity-routes.ts';
import { conversationRoutes } from '../direct-line/conversation-routes.ts';
import { sideRoutes } from '../direct-line/side-routes.ts';
import { openTestWire, type TestWire } from '../direct-line/test-wire.ts';
import { makeWire, wireDefaults } from '../direct-line/wire.ts';
import { apiDescription } from './description.ts';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

const paths = apiDescription().paths as Readonly<
  Record<string, Readonly<Record<string, { responses: object; security: unknown[] }>>>
>;

/** `POST /v3/…/{id}` of every route a router has. */
const routesOf = (router: Router, base: string) =>
  (router.stack as readonly Layer[]).flatMap(({ route }) =>
    route
      ? Object.keys(route.methods).map((method) => `${method} ${base}${route.path.replace(/:(\w+)/g, '{$1}')}`)
      : [],
  );

describe('the OpenAPI description', () => {
  let wire: TestWire;
  beforeAll(async () => {
    wire = await openTestWire();
  }, 60_000);
  afterAll(() => wire?.close());

  it('names every route there is, and none that is not', () => {
    const parts = makeWire({ settings: { ...wireDefaults, secretKey: Buffer.alloc(32) } } as Parameters<
      typeof makeWire
    >[0]);
    const line = [conversationRoutes, activityRoutes, uploadRoutes].flatMap((make) =>
      routesOf(make(parts), '/v3/directline'),
    );
    const there = [...line, ...routesOf(sideRoutes(parts), '/api'), 'get /v3/directline/conversations/{id}/stream'];
    const named = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(named.toSorted()).toEqual([...new Set(there)].toSorted());
  });

  it('is served as it is, to other pages as well', async () => {
    const { status, body } = await wire.call('GET', '/api/openapi.json');
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(apiDescription())));
    expect(body.openapi).toBe('3.1.1');
  });

  it('points only to schemas that it has', () => {
    const text = JSON.stringify(apiDescription());
    const schemas = apiDescription().components.schemas;
    for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g))
      expect(schemas).toHaveProperty(String(name));
  });

  it('says of every route that takes a token how it refuses one', () => {
    for (const methods of Object.values(paths))
      for (const { responses, security } of Object.values(methods))
        if (security.length === 1) expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403']));
  });
});
