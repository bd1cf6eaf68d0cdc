/** What Caddy does in a province, as far as a test needs it: asks each copy whether it is ready, and sends the next request to the next one that is. */
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { createProxyServer } from 'http-proxy-3';

export interface Balancer {
  readonly base: string;
  /** Which copy each POST went to, in order. */
  readonly sent: readonly string[];
  close(): Promise<void>;
}

const everyMs = 200;

/** No stickiness: HTTP and sockets alike go to the copies in turn. */
export async function startBalancer(copies: readonly string[]): Promise<Balancer> {
  const ready = new Set<string>();
  const sent: string[] = [];
  // By method: messages and looks that alternate would each stay with one copy.
  const turns = new Map<string, number>();
  const look = async () => {
    for (const base of copies) {
      const isReady = await fetch(`${base}/readyz`, { signal: AbortSignal.timeout(3_000) }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isReady) ready.add(base);
      else ready.delete(base);
    }
  };
  const next = (method = 'GET'): string | undefined => {
    const able = copies.filter((base) => ready.has(base));
    const turn = (turns.get(method) ?? 0) + 1;
    turns.set(method, turn);
    return able[turn % able.length];
  };
  const proxy = createProxyServer({ xfwd: true, ws: true });
  const server = createServer((request, response) => {
    const target = next(request.method);
    if (!target) return void response.writeHead(502).end();
    if (request.method === 'POST') sent.push(target);
    proxy.web(request, response, { target }, () => {
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
  });
  server.on('upgrade', (request, socket, head) => {
    const target = next();
    socket.on('error', () => {});
    if (target) proxy.ws(request, socket as Socket, head, { target }, () => socket.destroy());
    else socket.destroy();
  });
  proxy.on('error', () => {});
  await look();
  const looking = setInterval(() => void look(), everyMs);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    base: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    sent,
    async close() {
      clearInterval(looking);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      proxy.close();
    },
  };
}
