/** Whether the program lives, and whether it can answer: for whatever restarts it or sends people to it. */
import { Router } from 'express';
import { isBearer } from '../same-secret.ts';

export interface Health {
  /** Rejects when a question could not be answered now: the store is away, or the program is ending. */
  ready(): Promise<void>;
  /** What a monitor reads; without it there is none. */
  readonly metrics?: {
    /** Whoever reads figures shows this key as a bearer token. */
    readonly key: string;
    read(): Promise<{ readonly type: string; readonly text: string }>;
  } | null;
}

/** A store that does not answer in time is away. */
const patienceMs = 2_000;

export function healthRoutes({ ready, metrics = null }: Health): Router {
  const routes = Router();
  routes.get('/healthz', (_request, response) => {
    response.set('cache-control', 'no-store').json({ status: 'ok' });
  });
  routes.get('/readyz', async (_request, response) => {
    const isReady = await inTime(ready());
    response.set('cache-control', 'no-store');
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  });
  if (metrics) {
    const { key, read } = metrics;
    routes.get('/metrics', async (request, response) => {
      if (!isBearer(request.get('authorization'), key)) {
        response.status(401).json({ error: 'Show METRICS_KEY as a bearer token.' });
        return;
      }
      const { type, text } = await read();
      response.set('cache-control', 'no-store').type(type).send(text);
    });
  }
  return routes;
}

async function inTime(work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  try {
    return await Promise.race([
      work.then(
        () => true,
        () => false,
      ),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
