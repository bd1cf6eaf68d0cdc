/** A citizen's calls of Direct Line, from an address of his own. */
import { Agent, type IncomingMessage, request } from 'node:http';
import { WebSocket } from 'ws';

/** A refusal or a line that broke. `code` is the kind that errors are counted by. */
export class WireCallError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export interface WireCall {
  readonly base: string;
  readonly path: string;
  /** Where he calls from: any 127.x.y.z is this very machine. */
  readonly from: string;
  readonly token?: string;
  readonly body: object;
  readonly agent?: Agent | false;
}

const patienceMs = 30_000;
/** For the opening of a chat, whose calls follow each other at once. Later ones come a minute apart, each on a new line. */
export const shortLines = new Agent({ keepAlive: true, maxFreeSockets: 256 });

export function callWire<Reply>({ base, path, from, token, body, agent = false }: WireCall): Promise<Reply> {
  const sent = JSON.stringify(body);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(sent),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  return new Promise((resolve, reject) => {
    const fail = (code: string) => reject(new WireCallError(code));
    const options = { method: 'POST', agent, localAddress: from, headers, timeout: patienceMs };
    const call = request(`${base}${path}`, options, (reply) => {
      read(reply).then(
        (text) =>
          reply.statusCode === 200 || reply.statusCode === 201
            ? resolve(JSON.parse(text) as Reply)
            : fail(`HTTP ${reply.statusCode}${codeIn(text)}`),
        () => fail('reply broke off'),
      );
    });
    call.once('timeout', () => call.destroy(new WireCallError('no reply within 30 s')));
    call.once('error', (error: Error & { code?: string }) => fail(error.code ?? error.message));
    call.end(sent);
  });
}

async function read(reply: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of reply) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

const codeIn = (text: string): string => {
  const code = /"code":"(\w{1,40})"/.exec(text)?.[1];
  return code ? ` ${code}` : '';
};

/** Resolves when the socket is open. @throws {WireCallError} */
export const openStream = (streamUrl: string, from: string): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(streamUrl, {
      localAddress: from,
      perMessageDeflate: false,
      handshakeTimeout: patienceMs,
    });
    socket.once('open', () => {
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('unexpected-response', (_request, reply) => {
      reply.resume();
      reject(new WireCallError(`socket HTTP ${reply.statusCode}`));
    });
    socket.once('error', (error: Error & { code?: string }) =>
      reject(new WireCallError(`socket ${error.code ?? error.message}`)),
    );
  });
