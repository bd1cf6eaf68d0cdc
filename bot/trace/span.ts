/** Spans: what took how long within a trace, for whoever collects them. Names and words of the program alone. */
import { currentTrace, inTrace } from './trace.ts';

export type SpanKind = 'request' | 'receive' | 'turn' | 'step' | 'store' | 'delivery' | 'send' | 'model' | 'source';

/** Words of the program and numbers; never of a citizen. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

export interface NewSpan {
  readonly traceId: string;
  /** `null`: the first of its trace in this program. */
  readonly parent: string | null;
  readonly kind: SpanKind;
  readonly name: string;
}

export interface OpenSpan {
  /** 16 hexadecimal digits. */
  readonly id: string;
  /** @param fault the code of what went wrong; none: it went well. @param name in place of the one it began with. */
  end(told?: { readonly attributes?: SpanAttributes; readonly fault?: string; readonly name?: string }): void;
}

/** Never throws and never waits: whatever collects may be down. */
export interface Tracer {
  begin(span: NewSpan): OpenSpan;
}

/** Does the work as a span of the current trace; where nobody collects, it just does the work. */
export async function inSpan<T>(
  kind: SpanKind,
  name: string,
  work: () => Promise<T> | T,
  describe?: (result: T) => SpanAttributes,
): Promise<T> {
  const trace = currentTrace();
  if (!trace?.tracer) return work();
  const span = trace.tracer.begin({ traceId: trace.id, parent: trace.span, kind, name });
  try {
    const result = await inTrace({ ...trace, span: span.id }, work);
    span.end(describe ? { attributes: describe(result) } : {});
    return result;
  } catch (error) {
    span.end({ fault: faultOf(error) });
    throw error;
  }
}

/** Its code, else its kind: a message may hold a value. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number')
    ? String(error.code)
    : error.name;
}
