/** The ports of a copy: the one where people come in, which it may share with others, and one of its own for the operator. */
import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { type AddressInfo, createServer, type ListenOptions, type Server as PlainServer } from 'node:net';
import type { Config } from '../config.ts';
import { guardServer } from './guard-server.ts';

export interface Ports {
  /** Where people and platforms come in. It listens not yet. */
  readonly server: Server;
  /** Resolves with the port where people come in. Rejects with {@link PortTakenError} where it, or the own one, is taken. */
  open(): Promise<number>;
  /** Takes nobody new, at either; `ended` is called when the last who came in has gone. */
  close(ended: () => void): void;
}

type Wanted = Pick<Config, 'PORT' | 'HOST' | 'SHARE_PORT' | 'OWN_PORT'>;

/**
 * libuv takes one new line from a listening socket in each round of its loop, and on a full processor a round takes 10 ms
 * and more: a hundred new lines a second were all that one socket let in. So many listen side by side, and Linux shares
 * lines out among them.
 */
const listeners = 16;

export function portsOf(app: RequestListener, { PORT, HOST: host, SHARE_PORT, OWN_PORT }: Wanted): Ports {
  const server = guardServer(app);
  const own = OWN_PORT === undefined ? null : guardServer(app);
  const helpers: PlainServer[] = [];
  const listenTogether = async (port: number): Promise<void> => {
    await opened(server, { port, host, reusePort: true });
    for (let number = 1; number < listeners; number += 1) {
      // As http itself makes its lines.
      const helper = createServer({ allowHalfOpen: true, noDelay: true }, (line) => server.emit('connection', line));
      helpers.push(helper);
      await opened(helper, { port, host, reusePort: true });
    }
  };
  return {
    server,
    async open() {
      if (own) await opened(own, { port: OWN_PORT, host: '127.0.0.1' });
      // Whoever shares no port must not come in beside a copy that was there before, as the kernel would let it.
      const port = SHARE_PORT === 'yes' ? PORT : await claimed({ port: PORT, host });
      try {
        await listenTogether(port);
      } catch (error) {
        if (SHARE_PORT === 'yes' || error instanceof PortTakenError) throw error;
        // A system that cannot share a port has one listener.
        await opened(server, { port, host });
      }
      return port;
    },
    close(ended) {
      own?.close();
      own?.closeAllConnections();
      const all = [server, ...helpers];
      let left = all.length;
      for (const one of all)
        one.close(() => {
          left -= 1;
          if (left === 0) ended();
        });
      server.closeIdleConnections();
    },
  };
}

export class PortTakenError extends Error {
  readonly code = 'port-taken';

  constructor(port: number | undefined) {
    super(
      `Port ${port} is in use. End the program that has it, or choose another PORT; copies of this program may share one with SHARE_PORT=yes.`,
    );
  }
}

/** @throws {PortTakenError} */
async function opened(server: PlainServer, where: ListenOptions): Promise<void> {
  server.listen(where);
  try {
    // Rejects with what is emitted as an error.
    await once(server, 'listening');
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'EADDRINUSE') throw new PortTakenError(where.port);
    throw error;
  }
}

/** @throws {PortTakenError} where somebody listens there. @returns the port, also where any was asked for. */
async function claimed(where: ListenOptions): Promise<number> {
  const probe = createServer();
  await opened(probe, where);
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
