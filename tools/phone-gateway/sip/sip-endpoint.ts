/**
 * Requests and responses over one UDP socket. Reading, writing and transactions are the npm package's; the socket is
 * ours, since the package's own ends the program at the first error of the network and cannot be given port 0.
 */
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import type { Endpoint } from '../rtp/known-peer.ts';
import {
  isRequest,
  makeResponse,
  makeTransactionLayer,
  readMessage,
  type SipMessage,
  type SipRequest,
  type SipResponse,
  type SipWay,
  stringify,
  type Transaction,
} from './message.ts';

export interface Incoming {
  readonly request: SipRequest;
  readonly from: Endpoint;
}

export interface ReplyOptions {
  readonly headers?: Record<string, unknown>;
  readonly content?: string;
}

export interface SentRequest {
  /** Gives up waiting: no response is told any more. */
  forget(): void;
}

export interface SipEndpoint {
  readonly address: string;
  readonly port: number;
  reply(request: SipRequest, status: readonly [number, string], options?: ReplyOptions): SipResponse;
  /** The same response once more, as a 200 is repeated until its ACK. */
  replyAgain(to: Endpoint, response: SipResponse): void;
  /** @param onResponse told of each, from 100 on; of a 408 when nobody answers. */
  request(request: SipRequest, to: Endpoint, onResponse: (response: SipResponse) => void): SentRequest;
  /** Without a transaction: ACK of a 200. */
  send(request: SipRequest, to: Endpoint): void;
  close(): Promise<void>;
}

export interface EndpointOptions {
  readonly address: string;
  /** 0: whatever the system gives. */
  readonly port: number;
  /** Who may call at all. */
  readonly allows: (address: string) => boolean;
  readonly onRequest: (incoming: Incoming) => void;
  readonly onError: (error: unknown) => void;
}

/** Rejects when the port is in use, or the address is none of this machine. */
export async function openSipEndpoint(options: EndpointOptions): Promise<SipEndpoint> {
  const { address, onRequest, onError, allows } = options;
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(options.port, address, () => resolve());
  });
  socket.removeAllListeners('error');
  socket.on('error', onError);
  const { port } = socket.address();
  const transactions = makeTransactionLayer({});
  let open = true;

  const safely = (work: () => void) => {
    try {
      work();
    } catch (error) {
      onError(error);
    }
  };
  const wayTo = (to: Endpoint): SipWay => ({
    protocol: 'UDP',
    send(message) {
      if (!open) return;
      const [top] = message.headers.via;
      if (isRequest(message) && top)
        Object.assign(top, { host: address, port, protocol: 'UDP', params: { ...top.params, rport: null } });
      // Called by timers of the package too: what throws here would end the program.
      safely(() =>
        socket.send(Buffer.from(stringify(message), 'latin1'), to.port, to.address, (error) => {
          if (error) onError(error);
        }),
      );
    },
    release() {},
  });
  const receive = (message: SipMessage, from: Endpoint) => {
    if (!isRequest(message)) return transactions.getClient(message)?.message(message, from);
    const known = transactions.getServer(message);
    // An ACK of a 200 may carry the branch of its INVITE or another: it is the call's in any case.
    if (message.method === 'ACK') {
      known?.message(message, from);
      return onRequest({ request: message, from });
    }
    if (known) return known.message(message, from);
    const [top] = message.headers.via;
    if (top)
      top.params = {
        ...top.params,
        received: from.address,
        ...('rport' in top.params ? { rport: String(from.port) } : {}),
      };
    const transaction = transactions.createServerTransaction(message, wayTo(from));
    try {
      onRequest({ request: message, from });
    } catch (error) {
      transaction.send(makeResponse(message, 500, 'Internal Server Error'));
      throw error;
    }
  };
  socket.on('message', (bytes, from) => {
    if (!allows(from.address)) return;
    const message = readMessage(bytes);
    if (message) safely(() => receive(message, { address: from.address, port: from.port }));
  });

  return {
    address,
    port,
    reply(request, [status, reason], more = {}) {
      const response = makeResponse(request, status, reason, more);
      transactions.getServer(request)?.send(response);
      return response;
    },
    replyAgain: (to, response) => wayTo(to).send(response),
    request(request, to, onResponse) {
      let told: (response: SipResponse) => void = onResponse;
      const transaction: Transaction = transactions.createClientTransaction(wayTo(to), request, (response) =>
        safely(() => told(response)),
      );
      return {
        forget() {
          told = () => {};
          // The package begins its timers in the next tick: only then can they be ended.
          setImmediate(() => transaction.shutdown());
        },
      };
    },
    send(request, to) {
      const [top] = request.headers.via;
      if (top) top.params = { ...top.params, branch: `z9hG4bK${randomBytes(8).toString('hex')}` };
      wayTo(to).send(request);
    },
    close: () =>
      new Promise((resolve) => {
        if (!open) return resolve();
        open = false;
        setImmediate(() => {
          transactions.destroy();
          socket.close(() => resolve());
        });
      }),
  };
}
