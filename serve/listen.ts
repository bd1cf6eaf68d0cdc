/** The ports of a copy: the one where people come in, which it may share with others, and one of its own for the operator. */
import type { RequestListener, Server } from 'node:http';
import type { Config } from '../config.ts';
import { guardServer } from './guard-server.ts';

export interface Listening {
  /** Where people and platforms come in. */
  readonly server: Server;
  /** Takes nobody new, at either; `ended` is called when the last at the first has gone. */
  close(ended: () => void): void;
}

type Ports = Pick<Config, 'PORT' | 'HOST' | 'SHARE_PORT' | 'OWN_PORT'>;

/**
 * Emits `error` on the server where a port is taken: among copies of one machine only those that all share it may have it.
 *
 * @param opened called when both are open.
 */
export function listen(app: RequestListener, config: Ports, opened: (server: Server) => void): Listening {
  const { PORT: port, HOST: host, OWN_PORT: ownPort } = config;
  const server = guardServer(app);
  const own = ownPort === undefined ? null : guardServer(app);
  const openMain = () => server.listen({ port, host, reusePort: config.SHARE_PORT === 'yes' }, () => opened(server));
  if (own) {
    own.once('error', (error) => server.emit('error', error));
    own.listen(ownPort, '127.0.0.1', openMain);
  } else openMain();
  return {
    server,
    close(ended) {
      own?.close();
      own?.closeAllConnections();
      server.close(ended);
      server.closeIdleConnections();
    },
  };
}
