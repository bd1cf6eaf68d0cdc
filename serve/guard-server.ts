/** The HTTP server with its time limits: who sends slowly is cut off, who has sent is heard. */
import { createServer, type RequestListener, type Server } from 'node:http';

export interface ServerLimits {
  /** All headers of a request, in ms. */
  readonly headersMs: number;
  /** A whole request with its body: 4 MB over a poor mobile line. */
  readonly requestMs: number;
  /** A line at rest. Longer than a proxy before us keeps its own, or it would send into a line that we just closed. */
  readonly restMs: number;
  /** How often slow lines are looked for. */
  readonly lookMs: number;
  /** Lines at the same time; a further one is closed at once. */
  readonly mostLines: number;
  readonly headerBytes: number;
}

export const serverLimits: ServerLimits = {
  headersMs: 15_000,
  requestMs: 90_000,
  restMs: 130_000,
  lookMs: 2_000,
  mostLines: 20_000,
  headerBytes: 16_384,
};

/** Listens not yet. Streams and sockets that were opened last on: the limits are for what is asked. */
export function guardServer(listener: RequestListener, limits: Partial<ServerLimits> = {}): Server {
  const { headersMs, requestMs, restMs, lookMs, mostLines, headerBytes } = { ...serverLimits, ...limits };
  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      keepAliveTimeout: restMs,
      connectionsCheckingInterval: lookMs,
      maxHeaderSize: headerBytes,
    },
    listener,
  );
  let lines = 0;
  server.on('connection', (line) => {
    lines += 1;
    line.once('close', () => {
      lines -= 1;
    });
    if (lines > mostLines) line.destroy();
  });
  return server;
}
