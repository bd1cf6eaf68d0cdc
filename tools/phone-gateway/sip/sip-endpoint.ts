/** Requests and responses over one UDP socket. Reading, writing and transactions are the npm package's. */
import { randomBytes } from 'node:crypto';
import type { Endpoint } from '../rtp/known-peer.ts';
import {
  isRequest,
  makeResponse,
  makeTransactionLayer,
  readMessage,
  type SipMessage,
  type SipRequest,
  type SipResponse,
  type Transactions,
} from './message.ts';
import { bindSip, type Ways, waysOf } from './sip-socket.ts';

export interface Incoming {
  readonly request: SipRequest;
  readonly from: Endpoint;
}

export interface ReplyOptions {
  readonly headers?: Record<string, unknown>;
  readonly content?: string;
}

export interface SipEndpoint {
  readonly port: number;
  reply(request: SipRequest, status: readonly [number, string], options?: ReplyOptions): SipResponse;
  /** The same response once more, as a 200 is repeated until its ACK. */
  replyAgain(to: Endpoint, response: SipResponse): void;
  /** @param onResponse told of each, from 100 on; of a 408 when nobody answers. */
  request(request: SipRequest, to: Endpoint, onResponse: (response: SipResponse) => void): void;
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
  const { onError, allows } = options;
  const socket = await bindSip(options, onError);
  const ways = waysOf(socket, onError);
  const transactions = makeTransactionLayer({});
  const receive = receiver({ ways, transactions, onRequest: options.onRequest });
  let open = true;
  socket.on('message', (bytes, { address, port }) => {
    const message = allows(address) ? readMessage(bytes) : null;
    try {
      if (message) receive(message, { address, port });
    } catch (error) {
      onError(error);
    }
  });
  return {
    port: socket.address().port,
    reply(request, [status, reason], more = {}) {
      const response = makeResponse(request, status, reason, more);
      transactions.getServer(request)?.send(response);
      return response;
    },
    replyAgain: (to, response) => ways.to(to).send(response),
    request(request, to, onResponse) {
      transactions.createClientTransaction(ways.to(to), request, (response) => {
        try {
          onResponse(response);
        } catch (error) {
          onError(error);
        }
      });
    },
    send(request, to) {
      const [top] = request.headers.via;
      if (top) top.params = { ...top.params, branch: `z9hG4bK${randomBytes(8).toString('hex')}` };
      ways.to(to).send(request);
    },
    close: () =>
      new Promise((resolve) => {
        if (!open) return resolve();
        open = false;
        ways.shut();
        // The package begins its timers in the next tick: only then can they be ended.
        setImmediate(() => {
          transactions.destroy();
          socket.close(() => resolve());
        });
      }),
  };
}

interface Receiver {
  readonly ways: Ways;
  readonly transactions: Transactions;
  readonly onRequest: (incoming: Incoming) => void;
}

function receiver({ ways, transactions, onRequest }: Receiver): (message: SipMessage, from: Endpoint) => void {
  return (message, from) => {
    if (!isRequest(message)) return transactions.getClient(message)?.message(message, from);
    const known = transactions.getServer(message);
    known?.message(message, from);
    // An ACK of a 200 may carry the branch of its INVITE or another: it is the call's in any case.
    if (message.method === 'ACK') return onRequest({ request: message, from });
    if (known) return;
    const [top] = message.headers.via;
    if (top) top.params = viaParams(top.params, from);
    const transaction = transactions.createServerTransaction(message, ways.to(from));
    try {
      onRequest({ request: message, from });
    } catch (error) {
      transaction.send(makeResponse(message, 500, 'Internal Server Error'));
      throw error;
    }
  };
}

/** Where it really came from, for whoever sits behind an address translator. */
const viaParams = (params: Record<string, string | null>, { address, port }: Endpoint) => ({
  ...params,
  received: address,
  ...('rport' in params ? { rport: String(port) } : {}),
});
