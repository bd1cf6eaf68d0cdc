/** The co-pilot of the desk in memory: it tells what a suite wrote down. */
import { Router } from 'express';
import { copilotAskSchema, copilotEventSchema, copilotUsedSchema } from '../../copilot/schemas.ts';
import type { TestDesk } from './test-desk.ts';

export function copilotRoutes(desk: TestDesk): Router {
  const api = Router();
  api.post('/copilot/runs', async (request, response) => {
    copilotAskSchema.parse(request.body);
    response.type('text/event-stream').flushHeaders();
    response.once('close', () => {
      if (!response.writableEnded) desk.left.push(request.path);
    });
    for (const next of desk.copilot) {
      if (next instanceof Promise) await next;
      else response.write(`data: ${JSON.stringify(copilotEventSchema.parse(next))}\n\n`);
    }
    response.end();
  });
  api.post('/copilot/used', (request, response) => {
    copilotUsedSchema.parse(request.body);
    response.status(204).end();
  });
  return api;
}
