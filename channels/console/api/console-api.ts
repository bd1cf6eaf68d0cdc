/** The API of the officers' console: one router, to be mounted at /console/api, and its live stream. */
import { Router } from 'express';
import { copilotRoutes } from '../copilot/routes.ts';
import { apiDescription } from './api-description.ts';
import { assembleApi, type ConsoleApiParts } from './api-parts.ts';
import { handOffRoutes } from './hand-off-routes.ts';
import { knowledgeRoutes } from './knowledge-routes.ts';
import { liveRoutes } from './live-routes.ts';
import { meRoutes } from './me-routes.ts';
import { pictureRoutes } from './picture-routes.ts';
import { recordRoutes } from './record-routes.ts';
import { refuseUnknownPath, sayRefusal } from './refusal.ts';
import { speakRoutes } from './speak-routes.ts';

export interface ConsoleDoor {
  readonly routes: Router;
  /** Tells every console that the emergency banner changed. */
  bannerChanged(): void;
  /** How many live streams are open. */
  streams(): number;
  /** Ends the live streams. */
  close(): void;
}

/** Every part of it, each a router with paths of its own. */
export const apiRouters = [
  meRoutes,
  handOffRoutes,
  speakRoutes,
  recordRoutes,
  knowledgeRoutes,
  pictureRoutes,
  copilotRoutes,
  liveRoutes,
];

export function makeConsoleApi(parts: ConsoleApiParts): ConsoleDoor {
  const api = assembleApi(parts);
  const description = apiDescription();
  const routes = Router();
  routes.get('/openapi.json', (_request, response) => void response.json(description));
  for (const make of apiRouters) routes.use(make(api));
  routes.use(refuseUnknownPath, sayRefusal(parts.speak('vi', null), parts.onError));
  return {
    routes,
    bannerChanged: api.live.banner,
    streams: api.live.count,
    close: api.live.close,
  };
}
