/** A program that was told to end does so within a minute, whatever a client or a neighbour does. */
import type { Server } from 'node:http';

export interface EndLimits {
  /** What is under way has so long to be answered, in ms. */
  readonly requestsMs: number;
  /** After so long in all it is given up, in ms: below what a service manager waits before it kills. */
  readonly allMs: number;
}

const usual: EndLimits = { requestsMs: 10_000, allMs: 60_000 };

/** A client that sends its request byte by byte is cut off; jobs that hang are left. @param giveUp ends the program at once. */
export function endInTime(server: Pick<Server, 'closeAllConnections'>, giveUp: () => void, limits = usual): void {
  setTimeout(() => server.closeAllConnections(), limits.requestsMs).unref();
  setTimeout(giveUp, limits.allMs).unref();
}
