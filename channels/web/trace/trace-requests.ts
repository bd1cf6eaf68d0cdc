/** Gives each call from outside its trace, tells the caller of it, and tells the log how the call ended. */
import type { Request, RequestHandler } from 'express';
import { inTrace, newSpanId, newTraceId, readTraceparent, type Trace, type Tracer } from '../../../bot/index.ts';
import { routeOf } from './route-of.ts';

export interface RequestWatch {
  /** Takes spans; `null`: nobody does. */
  readonly tracer: Tracer | null;
  /** Whether a proxy of ours sends the W3C's `traceparent`: whoever can reach us past it could make us write any id. */
  readonly trustsParent: boolean;
  /** Called once a call has ended, within its trace. */
  readonly onEnd: (line: RequestLine) => void;
}

/** A call, with nothing of what it asked for: no path, no query, no address. */
export interface RequestLine {
  readonly method: string;
  /** As the program names it: `/v3/directline/conversations/:id`. */
  readonly route: string;
  /** 499: the caller went away before the answer. */
  readonly status: number;
  readonly ms: number;
}

const wentAway = 499;
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export function traceRequests({ tracer, trustsParent, onEnd }: RequestWatch): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    const method = methods.has(request.method) ? request.method : 'other';
    const { id, span: parent } = beginning(request, trustsParent);
    const span = tracer?.begin({ traceId: id, parent, kind: 'request', name: method }) ?? null;
    const trace: Trace = { id, span: span?.id ?? null, tracer };
    response.set('x-request-id', id).set('traceresponse', `00-${id}-${span?.id ?? newSpanId()}-${span ? '01' : '00'}`);
    response.once('close', () => {
      const line = {
        method,
        route: routeOf(request, response.statusCode),
        status: response.writableFinished ? response.statusCode : wentAway,
        ms: Math.round(performance.now() - begun),
      };
      const { route, status } = line;
      const fault = status >= 500 ? { fault: String(status) } : {};
      span?.end({ name: `${method} ${route}`, attributes: { method, route, status }, ...fault });
      inTrace(trace, () => onEnd(line));
    });
    inTrace(trace, next);
  };
}

const beginning = (request: Request, trustsParent: boolean): Pick<Trace, 'id' | 'span'> =>
  (trustsParent ? readTraceparent(request.get('traceparent')) : null) ?? { id: newTraceId(), span: null };
