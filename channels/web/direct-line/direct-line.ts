/** Direct Line 3.0 and the routes beside it: what any Bot Framework client, our page and the embed speak. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import express, { Router } from 'express';
import { apiDescription } from '../open-api/description.ts';
import { activityRoutes, uploadRoutes } from './activity-routes.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { crossOrigin } from './origins.ts';
import { officerTypingActivity } from './shown-activity.ts';
import { sideRoutes } from './side-routes.ts';
import { makeStreams } from './stream.ts';
import { makeWire, type WireParts } from './wire.ts';
import { refuseUnknownPath, sayWireError } from './wire-error.ts';

export interface DirectLine {
  /** Serves `/v3/directline` and `/api`. */
  readonly routes: Router;
  /** Looks at a talk again: sockets of a visit that is over are closed. @param threadId the assistant's own id of it. */
  wake(threadId: string): void;
  /** Takes the upgrade requests of a server, apart from those that another door owns. */
  attach(server: Server, others?: readonly SocketDoor[]): void;
  /** How many sockets are open. */
  sockets(): number;
  /** Closes the sockets. */
  close(): void;
}

/** A door of its own that opens sockets too. */
export interface SocketDoor {
  owns(request: IncomingMessage): boolean;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
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
    wake: (threadId) => wire.live.wake(threadId),
    attach: (server, others = []) =>
      void server.on('upgrade', (request, socket, head) =>
        (others.find((door) => door.owns(request)) ?? streams).upgrade(request, socket, head),
      ),
    sockets: streams.count,
    close() {
      forget();
      forgetTyping?.();
      streams.close();
    },
  };
}
