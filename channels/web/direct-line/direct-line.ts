/** Direct Line 3.0 and the routes beside it: what any Bot Framework client, our page and the embed speak. */
import type { IncomingHttpHeaders, Server } from 'node:http';
import express, { Router } from 'express';
import { apiDescription } from '../open-api/description.ts';
import { activityRoutes, uploadRoutes } from './activity-routes.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { crossOrigin } from './origins.ts';
import { officerTypingActivity } from './shown-activity.ts';
import { sideRoutes } from './side-routes.ts';
import { makeStreams } from './stream.ts';
import { findThread, makeWire, requireSession, type Wire, type WireParts } from './wire.ts';
import { refuseUnknownPath, sayWireError, WireError } from './wire-error.ts';

export interface DirectLine {
  /** Serves `/v3/directline` and `/api`. */
  readonly routes: Router;
  /** Takes the upgrade requests of a server. */
  attach(server: Server): void;
  /** Whose conversation the token of a request opens; `null` for none, a wrong one, or one whose sign-in is over. */
  citizenOf(headers: IncomingHttpHeaders): Promise<string | null>;
  /** Shows the citizen of a conversation that an officer types; kept nowhere. @param threadId our own id of it. */
  showOfficerTyping(threadId: string, name: string): void;
  /** Closes the sockets. */
  close(): void;
}

const jsonLimit = '64kb';

export function makeDirectLine(parts: WireParts): DirectLine {
  const wire = makeWire(parts);
  const streams = makeStreams(wire);
  const forget = wire.transcript.onChange((threadId) => wire.live.wake(threadId));
  const forgetTyping = wire.typing?.onOfficer((threadId) => wire.live.show(threadId, officerTypingActivity(threadId)));
  const json = express.json({ limit: jsonLimit });
  const cors = crossOrigin(wire.settings.allowedOrigins);
  const last = [refuseUnknownPath, sayWireError(wire.onError)] as const;
  const routes = Router();
  routes.use('/v3/directline', cors, uploadRoutes(wire), json, conversationRoutes(wire), activityRoutes(wire), ...last);
  const description = apiDescription();
  routes.get('/api/openapi.json', cors, (_request, response) => void response.json(description));
  routes.use('/api', cors, json, sideRoutes(wire), ...last);
  return {
    routes,
    attach: (server) => void server.on('upgrade', streams.upgrade),
    citizenOf: (headers) => citizenByToken(wire, headers),
    showOfficerTyping: (threadId, name) => wire.live.show(threadId, officerTypingActivity(name)),
    close() {
      forget();
      forgetTyping?.();
      streams.close();
    },
  };
}

async function citizenByToken(wire: Wire, headers: IncomingHttpHeaders): Promise<string | null> {
  try {
    const claims = wire.access.claimsOf(headers);
    if (claims === 'secret') return null;
    await requireSession(wire, claims, { headers });
    return (await findThread(wire, claims)).citizenId;
  } catch (error) {
    if (error instanceof WireError) return null;
    throw error;
  }
}
