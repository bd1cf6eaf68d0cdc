/** Which routes of the program were reached: those that no action reaches are named, so that a new one cannot be forgotten. */
import type { Express } from 'express';

interface RouteLike {
  readonly path: unknown;
  readonly methods: Readonly<Record<string, boolean>>;
}
interface LayerLike {
  readonly route?: RouteLike;
  handle: ((...given: unknown[]) => unknown) & { readonly stack?: readonly LayerLike[] };
}

export interface WatchedRoutes {
  /** `get /conversations/:id`, once for each route object. */
  readonly all: readonly string[];
  missed(): readonly string[];
}

/** Walks the routers that are mounted now. */
export function watchRoutes(app: Express): WatchedRoutes {
  const routes = new Map<string, boolean>();
  const seen = new Set<unknown>();
  let count = 0;
  const walk = (layers: readonly LayerLike[]): void => {
    for (const layer of layers) {
      if (layer.route) note(layer, layer.route);
      else if (layer.handle.stack && !seen.has(layer.handle)) {
        seen.add(layer.handle);
        walk(layer.handle.stack);
      }
    }
  };
  const note = (layer: LayerLike, route: RouteLike): void => {
    count += 1;
    const named = Object.keys(route.methods).map((method) => `${method} ${String(route.path)} #${count}`);
    for (const name of named) routes.set(name, false);
    const { handle } = layer;
    layer.handle = Object.assign((...given: unknown[]) => {
      const { method } = given[0] as { method: string };
      const name = named.find((one) => one.startsWith(`${method.toLowerCase()} `)) ?? named[0];
      if (name) routes.set(name, true);
      return handle(...given);
    }, {});
  };
  walk((app.router as unknown as { stack: readonly LayerLike[] }).stack);
  return {
    all: [...routes.keys()],
    missed: () => [...routes].filter(([, reached]) => !reached).map(([name]) => name),
  };
}
