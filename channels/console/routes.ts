/** All of /console, one line a part. */
import { Router } from 'express';

export interface ConsoleRouters {
  /** Sign-in, sign-out, activation: plain forms. */
  readonly signIn?: Router;
  readonly api?: Router;
  readonly editorial?: Router;
  readonly figures?: Router;
  readonly switches?: Router;
  /** Answers that wait for an officer's look. */
  readonly held?: Router;
  /** The page itself: it takes every path that is left. */
  readonly page?: Router;
}

/** @param routers those that are there; each serves its own paths below /console. */
export function consoleRoutes({ signIn, api, editorial, figures, switches, held, page }: ConsoleRouters): Router {
  const router = Router();
  if (signIn) router.use('/console', signIn);
  if (editorial) router.use('/console/api/editorial', editorial);
  if (figures) router.use('/console/api/figures', figures);
  if (held) router.use('/console/api/held', held);
  if (switches) router.use('/console/api/switches', switches);
  if (api) router.use('/console/api', api);
  if (page) router.use('/console', page);
  return router;
}
