import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { inTrace, newTraceId, type Tracer, traceOf } from '../../bot/index.ts';
import { openTestBot } from '../../bot/test-bot.ts';
import { inSpan } from '../../bot/trace/index.ts';
import { openOtel } from './open-otel.ts';

interface Told {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
}

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A collector that takes what comes, or takes it and never answers. */
async function collector(answers: boolean) {
  const bodies: string[] = [];
  const headers: unknown[] = [];
  server = createServer((request, response) => {
    let body = '';
    headers.push(request.headers['x-key']);
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      bodies.push(body);
      if (answers) response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const spans = (): Told[] =>
    bodies.flatMap((body) =>
      JSON.parse(body).resourceSpans.flatMap((one: { scopeSpans: { spans: Told[] }[] }) =>
        one.scopeSpans.flatMap((scope) => scope.spans),
      ),
    );
  return { url: `http://127.0.0.1:${port}/v1/traces`, bodies, headers, spans };
}

const open = (url: string, share = 1, onFault: (error: unknown) => void = () => {}) =>
  openOtel(
    { url, headers: { 'x-key': 'bi-mat' }, serviceName: 'hoi-mot-cua', share },
    { build: { version: '0.1.0', commit: 'abc' }, onFault },
  );

const words = 'Tôi là Trần Thị Kẹo Dừa, số 0900000011, lệ phí đăng ký kết hôn?';
async function oneTurn(tracer: Tracer): Promise<string> {
  const bot = await openTestBot();
  const trace = traceOf(newTraceId(), tracer);
  await inTrace(trace, () => inSpan('turn', 'web', () => bot.ask(words)));
  return trace.id;
}

describe('spans for a collector', () => {
  it('are of one trace, under the id that the log has, with each step inside of the turn', async () => {
    const { url, spans, headers, bodies } = await collector(true);
    const tracing = open(url);
    const id = await oneTurn(tracing.tracer);
    await tracing.close();
    expect(headers).toEqual(['bi-mat']);
    expect(new Set(spans().map(({ traceId }) => traceId))).toEqual(new Set([id]));
    const turn = spans().find(({ name }) => name === 'turn web');
    expect(turn?.parentSpanId ?? '').toBe('');
    const step = spans().find(({ name }) => name === 'step search-guides');
    expect(step?.parentSpanId).toBe(turn?.spanId);
    expect(bodies.join('')).not.toMatch(/Kẹo|Dừa|0900000011|kết hôn/);
  }, 60_000);

  it('are told of all of a trace or of nothing', async () => {
    const { url, spans } = await collector(true);
    const tracing = open(url, 0);
    await oneTurn(tracing.tracer);
    await tracing.close();
    expect(spans()).toEqual([]);
  }, 60_000);

  it('name a fault by its code and tell nothing of its message', async () => {
    const { url, bodies } = await collector(true);
    const tracing = open(url);
    const work = () =>
      inSpan('model', 'word', () => Promise.reject(Object.assign(new Error('Kẹo Dừa'), { code: 'model-down' })));
    await expect(inTrace(traceOf(null, tracing.tracer), work)).rejects.toThrow('Kẹo Dừa');
    await tracing.close();
    expect(bodies.join('')).toContain('model-down');
    expect(bodies.join('')).not.toContain('Kẹo');
  }, 60_000);

  it('keep no turn waiting and end the program in time when the collector hangs', async () => {
    const { url } = await collector(false);
    const tracing = open(url);
    await oneTurn(tracing.tracer);
    // More than the queue holds: what does not fit is dropped.
    for (let count = 0; count < 20_000; count += 1)
      tracing.tracer.begin({ traceId: newTraceId(), parent: null, kind: 'step', name: 'x' }).end();
    await tracing.close();
  }, 60_000);

  it('say that they did not arrive when nobody is there', async () => {
    const faults: unknown[] = [];
    const tracing = open('http://127.0.0.1:1/v1/traces', 1, (error) => faults.push(error));
    tracing.tracer.begin({ traceId: newTraceId(), parent: null, kind: 'step', name: 'x' }).end();
    await tracing.close();
    expect(faults.length).toBeLessThanOrEqual(1);
  }, 60_000);
});
