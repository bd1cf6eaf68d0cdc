/** Every way in which a model's server goes wrong. */
import type { Response } from 'express';
import type { ChatRequest } from './chat-request.ts';
import { chunksOf, completionOf, plainFinish } from './chat-wire.ts';
import type { Fault, Mind } from './scripted.ts';
import { eventOf, openStream, sendReply } from './send-reply.ts';

export interface Failing {
  readonly fault: Fault;
  readonly request: ChatRequest;
  readonly mind: Mind;
  /** Seconds. */
  readonly retryAfter: number;
  readonly delayMs: number;
}

export function failAsTold(response: Response, failing: Failing): Promise<void> | void {
  return failures[failing.fault](response, failing);
}

const failures: Readonly<Record<Fault, (response: Response, failing: Failing) => Promise<void> | void>> = {
  'rate-limit': (response, { retryAfter }) => {
    response.set('retry-after', String(retryAfter));
    sendError(response, 429, 'Rate limit reached');
  },
  'server-error': (response) => sendError(response, 500, 'The server had an error'),
  'bad-key': (response) => sendError(response, 401, 'Incorrect API key provided'),
  hang: () => undefined,
  slow: sendSlowly,
  reset: (response) => void response.socket?.destroy(),
  'broken-json': (response, { request, mind }) => {
    const said = mind(request);
    const whole = JSON.stringify(completionOf(request, said, plainFinish(said)));
    response.type('json').send(whole.slice(0, Math.floor(whole.length * 0.6)));
  },
  'broken-content': (response, { request, mind }) => {
    const { text, calls } = mind(request);
    const cut = (whole: string) => whole.slice(0, Math.ceil(whole.length * 0.6));
    sendReply(response, request, {
      text: text === null ? null : cut(text),
      calls: (calls ?? []).map(({ name, arguments: given }) => ({ name, arguments: cut(JSON.stringify(given)) })),
    });
  },
  'truncated-stream': (response, { request, mind }) => {
    const said = mind(request);
    const chunks = chunksOf(request, said, plainFinish(said));
    openStream(response);
    for (const chunk of chunks.slice(0, Math.ceil(chunks.length / 2))) response.write(eventOf(chunk));
    response.end();
  },
  'garbage-stream': (response) => {
    openStream(response);
    response.write('data: {"id": "x", "choices": [{"del\n\n:::::\n\n');
    response.write(Buffer.from([0x64, 0x61, 0x74, 0x61, 0x3a, 0x20, 0xe1, 0xba, 0xff, 0x0a, 0x0a]));
    response.end('data: null\n\nevent: error\ndata: {"error": {"message": "overloaded"}}\n\n');
  },
  'constant-id': (response, { request, mind }) => {
    const said = mind(request);
    sendReply(response, request, said, { ...plainFinish(said), id: 'chatcmpl-1' });
  },
  huge: (response, { request }) =>
    sendReply(response, request, { text: 'Anh chị chuẩn bị giấy tờ rồi ra phường nhé. '.repeat(12_000) }),
  empty: (response, { request }) => sendReply(response, request, { text: '' }),
  'wrong-schema': (response, { request }) =>
    sendReply(response, request, {
      text: JSON.stringify({ ok: true, items: [1, null, { a: 'b' }], questions: 'hai' }),
    }),
  refusal: (response, { request }) => {
    const said = { text: null };
    const refusal = 'Tôi không thể giúp việc này.';
    sendReply(response, request, said, { ...plainFinish(said), refusal });
  },
  'cut-by-length': (response, { request, mind }) => {
    const { text } = mind(request);
    const said = { text: (text ?? '').slice(0, 40) };
    sendReply(response, request, said, { ...plainFinish(said), reason: 'length' });
  },
};

function sendError(response: Response, status: number, message: string): void {
  response.status(status).json({ error: { message, type: 'server_error', param: null, code: null } });
}

async function sendSlowly(response: Response, { request, mind, delayMs }: Failing): Promise<void> {
  const said = mind(request);
  const finish = plainFinish(said);
  await pause(delayMs);
  if (!request.stream) return sendReply(response, request, said, finish);
  openStream(response);
  for (const chunk of chunksOf(request, said, finish)) {
    if (response.destroyed) return;
    response.write(eventOf(chunk));
    await pause(delayMs);
  }
  response.end('data: [DONE]\n\n');
}

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });
