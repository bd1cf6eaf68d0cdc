/** The UDP socket of SIP. The package's own ends the program at the first error of the network; this one tells of it. */
import { createSocket, type Socket } from 'node:dgram';
import type { Endpoint } from '../rtp/known-peer.ts';
import { isRequest, type SipWay, stringify } from './message.ts';

/** Rejects when the port is in use, or the address is none of this machine. @param port 0: whatever the system gives. */
export async function bindSip({ address, port }: Endpoint, onError: (error: unknown) => void): Promise<Socket> {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, address, () => resolve());
  });
  socket.removeAllListeners('error');
  socket.on('error', onError);
  return socket;
}

export interface Ways {
  to(peer: Endpoint): SipWay;
  /** Nothing leaves any more. */
  shut(): void;
}

/** Never throws: timers of the package call it, and what they throw would end the program. */
export function waysOf(socket: Socket, onError: (error: unknown) => void): Ways {
  const { address, port } = socket.address();
  let open = true;
  const onSent = (error: unknown) => {
    if (error) onError(error);
  };
  return {
    to: (peer) => ({
      protocol: 'UDP',
      send(message) {
        const [top] = message.headers.via;
        try {
          if (isRequest(message) && top)
            Object.assign(top, { host: address, port, protocol: 'UDP', params: { ...top.params, rport: null } });
          if (open) socket.send(Buffer.from(stringify(message), 'latin1'), peer.port, peer.address, onSent);
        } catch (error) {
          onError(error);
        }
      },
      release() {},
    }),
    shut() {
      open = false;
    },
  };
}
