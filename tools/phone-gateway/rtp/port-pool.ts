/** Sockets for sound within a range that a firewall lets through. */
import { createSocket, type Socket } from 'node:dgram';

export interface PortRange {
  /** 0: whatever the system gives. */
  readonly from: number;
  readonly to: number;
}

export class NoPortError extends Error {
  override readonly name = 'NoPortError';
  readonly code = 'no-port';
}

export interface PortPool {
  /** @throws {NoPortError} when all are in use. */
  take(): Promise<Socket>;
  readonly inUse: number;
}

/** Even ports alone: the odd one above is RTCP's by custom. */
export function openPortPool(address: string, { from, to }: PortRange): PortPool {
  const first = from + (from % 2);
  const count = from === 0 ? 1 : Math.max(0, Math.floor((to - first) / 2) + 1);
  let turn = 0;
  let inUse = 0;
  return {
    async take() {
      for (let tried = 0; tried < count; tried += 1) {
        const port = from === 0 ? 0 : first + 2 * (turn++ % count);
        const socket = await bound(address, port);
        if (socket === null) continue;
        inUse += 1;
        socket.once('close', () => {
          inUse -= 1;
        });
        return socket;
      }
      throw new NoPortError(`No port for sound is free on ${address} between ${from} and ${to}: widen the range`);
    },
    get inUse() {
      return inUse;
    },
  };
}

/** `null`: the port is in use. */
function bound(address: string, port: number): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
    socket.once('error', (error: NodeJS.ErrnoException) => {
      socket.close();
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    socket.bind(port, address, () => {
      socket.removeAllListeners('error');
      // Errors of single packets are lost packets.
      socket.on('error', () => {});
      resolve(socket);
    });
  });
}
