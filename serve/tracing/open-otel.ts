/** Spans for an OpenTelemetry collector. Loaded only where one is set. Whatever becomes of the collector, nobody waits for it. */
import { ROOT_CONTEXT, type SpanContext, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  RandomIdGenerator,
  type SpanExporter,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import type { NewSpan, OpenSpan, Tracer } from '../../bot/index.ts';
import type { TracingOptions } from '../../tracing-settings.ts';
import type { BuildInfo } from '../build-info.ts';

export interface Tracing {
  readonly tracer: Tracer;
  /** Sends what is left, for a second at most. */
  close(): Promise<void>;
}

export interface TracingTies {
  readonly build: BuildInfo;
  /** Told of a batch that did not arrive: it is gone. */
  readonly onFault: (error: unknown) => void;
}

/** Beyond this many that wait, new ones are dropped: a collector that hangs costs no memory. */
const mostWaiting = 8_192;
const mostInBatch = 512;
const everyMs = 2_000;
/** For one batch. */
const patienceMs = 5_000;
const lastMs = 1_000;

export function openOtel(
  { url, headers, serviceName, share }: TracingOptions,
  { build, onFault }: TracingTies,
): Tracing {
  const exporter = new OTLPTraceExporter({
    url,
    headers: { ...headers },
    timeoutMillis: patienceMs,
    concurrencyLimit: 1,
  });
  const ids = new RandomIdGenerator();
  let idOfNext = '';
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, 'service.version': build.version }),
    // By the trace's own id: of each trace all spans are told or none, on every copy of the program.
    sampler: new TraceIdRatioBasedSampler(share),
    idGenerator: { generateTraceId: () => idOfNext, generateSpanId: () => ids.generateSpanId() },
    spanProcessors: [
      new BatchSpanProcessor(telling(exporter, onFault), {
        maxQueueSize: mostWaiting,
        maxExportBatchSize: mostInBatch,
        scheduledDelayMillis: everyMs,
        exportTimeoutMillis: patienceMs,
      }),
    ],
  });
  const spans = provider.getTracer('hoi-mot-cua', build.version);
  const begin = ({ traceId, parent, kind, name }: NewSpan): OpenSpan => {
    idOfNext = traceId;
    const within = parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, contextOf(traceId, parent));
    const span = spans.startSpan(`${kind} ${name}`, { kind: kinds[kind] ?? SpanKind.INTERNAL }, within);
    return {
      id: span.spanContext().spanId,
      end({ attributes = {}, fault, name: better } = {}) {
        if (better !== undefined) span.updateName(`${kind} ${better}`);
        span.setAttributes({ ...attributes });
        if (fault !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: fault });
        span.end();
      },
    };
  };
  return { tracer: { begin }, close: () => inTime(provider.shutdown()) };
}

const kinds: Readonly<Partial<Record<NewSpan['kind'], SpanKind>>> = {
  request: SpanKind.SERVER,
  delivery: SpanKind.CONSUMER,
  send: SpanKind.PRODUCER,
  model: SpanKind.CLIENT,
  source: SpanKind.CLIENT,
};

const contextOf = (traceId: string, spanId: string): SpanContext => ({
  ...{ traceId, spanId },
  traceFlags: TraceFlags.SAMPLED,
});

/** The library itself is silent about batches that are lost. */
const telling = (exporter: SpanExporter, onFault: TracingTies['onFault']): SpanExporter => ({
  export: (spans, done) =>
    exporter.export(spans, (result) => {
      if (result.code !== 0) onFault(result.error);
      done(result);
    }),
  shutdown: () => exporter.shutdown(),
  forceFlush: async () => exporter.forceFlush?.(),
});

async function inTime(work: Promise<void>): Promise<void> {
  const late = new Promise<void>((resolve) => void setTimeout(resolve, lastMs).unref());
  await Promise.race([work.catch(() => undefined), late]);
}
