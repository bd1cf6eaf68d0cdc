/** The way of one call through the program, under one id. Depends on nothing. */
export {
  faultOf,
  inSpan,
  type NewSpan,
  type OpenSpan,
  type SpanAttributes,
  type SpanKind,
  type Tracer,
} from './span.ts';
export {
  currentTrace,
  errorCode,
  inTrace,
  newSpanId,
  newTraceId,
  outsideTrace,
  readTraceparent,
  type Trace,
  traceIdNow,
  traceOf,
} from './trace.ts';
