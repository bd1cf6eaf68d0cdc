/** One id for all that comes of one call from outside: it stands on every line of the log, in error answers, in the store. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { Tracer } from './span.ts';

export interface Trace {
  /** 32 hexadecimal digits, as the W3C's Trace Context has them. */
  readonly id: string;
  /** The span that is open, 16 hexadecimal digits; `null`: none. */
  readonly span: string | null;
  /** Takes spans; `null`: nobody does. */
  readonly tracer: Tracer | null;
}

/** It follows the calls, through every `await`. */
const current = new AsyncLocalStorage<Trace>();

/** `null` outside of any: a job of the program's own. */
export const currentTrace = (): Trace | null => current.getStore() ?? null;

export const traceIdNow = (): string | null => current.getStore()?.id ?? null;

export const inTrace = <T>(trace: Trace, work: () => T): T => current.run(trace, work);

/** For work that a call happens to set off and that is not its own. */
export const outsideTrace = <T>(work: () => T): T => current.exit(work);

const traceBytes = 16;
const spanBytes = 8;

export const newTraceId = (): string => randomBytes(traceBytes).toString('hex');
export const newSpanId = (): string => randomBytes(spanBytes).toString('hex');

/** Goes on with an id that was kept with what is worked on now; a new one where none was. */
export const traceOf = (kept: string | null | undefined, tracer: Tracer | null = null): Trace => ({
  id: kept ?? newTraceId(),
  span: null,
  tracer,
});

const zeros = /^0+$/;

/** Reads the W3C's `traceparent`; `null` for what is none. */
export function readTraceparent(header: string | undefined): Pick<Trace, 'id' | 'span'> | null {
  const [, id = '', span = ''] =
    /^(?!ff)[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-[\da-f]{2}(?:-.*)?$/.exec(header ?? '') ?? [];
  return id === '' || zeros.test(id) || zeros.test(span) ? null : { id, span };
}

/** What a person reads out when something went wrong: the first eight digits of the trace, `4bf9-2f35`. */
export const errorCode = (id: string): string => `${id.slice(0, 4)}-${id.slice(4, 8)}`;
