/** The co-pilot of the console: one call is one run, its steps come as they happen, and closing it ends it. */
import { type Response, Router } from 'express';
import type { Copilot, StaffMember } from '../../../bot/index.ts';
import { places } from '../../limits/index.ts';
import { admit, memberOf } from '../api/admit.ts';
import type { ConsoleApi } from '../api/api-parts.ts';
import { Refusal } from '../api/refusal.ts';
import { type CopilotEvent, copilotAskSchema, copilotEventSchema, copilotUsedSchema } from './schemas.ts';

/** Runs at the same time: one for an officer, these for all. */
const mostRuns = 10;

export function copilotRoutes(api: ConsoleApi): Router {
  const router = Router();
  const running = places(1, mostRuns);
  router.post('/copilot/runs', ...admit(api, 'use-copilot', { counts: 'copilot' }), async (request, response) => {
    const ask = copilotAskSchema.parse(request.body);
    const copilot = copilotOf(api);
    const member = await memberOf(api.gate, request);
    const release = running.take(member.id);
    try {
      await runInto(response, { copilot, member, ask, api });
    } finally {
      release();
    }
  });
  router.post('/copilot/used', ...admit(api, 'use-copilot'), async (request, response) => {
    const { receipt } = copilotUsedSchema.parse(request.body);
    await copilotOf(api).used(await memberOf(api.gate, request), receipt);
    response.status(204).end();
  });
  return router;
}

function copilotOf({ copilot }: Pick<ConsoleApi, 'copilot'>): Copilot {
  if (copilot) return copilot;
  throw new Refusal('unknown', { say: 'consoleCopilot.off' });
}

interface Run {
  readonly copilot: Copilot;
  readonly member: StaffMember;
  readonly ask: ReturnType<typeof copilotAskSchema.parse>;
  readonly api: Pick<ConsoleApi, 'speak' | 'onError'>;
}

/** The stream opens with its first event: what is refused before that is refused as any other call. */
async function runInto(response: Response, { copilot, member, ask, api }: Run): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const send = (event: CopilotEvent) => {
    if (response.writableEnded || response.destroyed) return;
    if (!response.headersSent) open(response);
    response.write(`data: ${JSON.stringify(copilotEventSchema.parse(event))}\n\n`);
  };
  try {
    const draft = await copilot.run(member, ask, {
      signal: gone.signal,
      onStep: (step) => send({ kind: 'step', step }),
    });
    send({ kind: 'draft', draft: { ...structuredClone(draft) } as never });
  } catch (error) {
    if (!response.headersSent) throw error;
    api.onError(error);
    send({ kind: 'failed', message: api.speak('vi', null).say('consoleError.unavailable', { seconds: 5 }) });
  }
  response.end();
}

const open = (response: Response): void => {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
};
