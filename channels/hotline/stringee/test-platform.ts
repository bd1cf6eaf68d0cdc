/** Stringee's side of the wire for suites: signs hooks, takes REST calls, serves a recording. */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

export const testSecret = 'khoa-ky-thu-nghiem';
export const testKeys = { sid: 'SK.thu.nghiem', secret: 'khoa-goi-thu-nghiem' };

/** As Stringee signs: the path and query of a GET, the body of a POST. */
export const signed = (text: string, secret = testSecret): string =>
  createHmac('sha1', secret).update(text).digest('base64');

export interface RestCall {
  readonly path: string;
  readonly body: unknown;
  readonly token: string;
}

export interface TestPlatform {
  readonly url: string;
  readonly calls: readonly RestCall[];
  /** What the next calls are answered with: `{"r":0}` unless told. */
  answer(reply: { readonly status?: number; readonly body: string }): void;
  stop(): Promise<void>;
}

export async function startTestPlatform(): Promise<TestPlatform> {
  const calls: RestCall[] = [];
  let reply: { status?: number; body: string } = { body: '{"r":0,"message":"Success"}' };
  const server = createServer(async (request, response) => {
    const body = await json(request);
    calls.push({ path: request.url ?? '', body, token: String(request.headers['x-stringee-auth'] ?? '') });
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' }).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    calls,
    answer: (next) => {
      reply = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
