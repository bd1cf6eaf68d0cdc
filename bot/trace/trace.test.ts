import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  errorCode,
  inSpan,
  inTrace,
  newSpanId,
  newTraceId,
  outsideTrace,
  readTraceparent,
  traceIdNow,
  traceOf,
} from './index.ts';

describe('a trace', () => {
  it('follows the calls, and two at once are kept apart', async () => {
    const seen = await Promise.all(
      ['a', 'b'].map((id) =>
        inTrace(traceOf(id), async () => {
          await new Promise(setImmediate);
          return traceIdNow();
        }),
      ),
    );
    expect(seen).toEqual(['a', 'b']);
    expect(traceIdNow()).toBeNull();
    expect(inTrace(traceOf('a'), () => outsideTrace(traceIdNow))).toBeNull();
  });

  it('is read from the W3C’s header, and from nothing else', () => {
    const [id, span] = [newTraceId(), newSpanId()];
    expect(readTraceparent(`00-${id}-${span}-01`)).toEqual({ id, span });
    expect(readTraceparent(`cc-${id}-${span}-01-what-comes-later`)).toEqual({ id, span });
    for (const bad of [
      undefined,
      '',
      `ff-${id}-${span}-01`,
      `00-${'0'.repeat(32)}-${span}-01`,
      `00-${id}-${'0'.repeat(16)}-01`,
      `00-${id.toUpperCase()}A-${span}-01`,
    ])
      expect(readTraceparent(bad)).toBeNull();
  });

  it('takes no header that it could not write down', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (header) => {
        const read = readTraceparent(header);
        return read === null || /^[\da-f]{32}$/.test(read.id);
      }),
    );
  });

  it('is read out as eight digits', () => {
    expect(errorCode('4bf92f3577b34da6a3ce929d0e0e4736')).toBe('4bf9-2f35');
  });

  it('costs nothing where nobody takes spans: the work is done as it is', async () => {
    expect(await inSpan('step', 'x', () => 5)).toBe(5);
    expect(await inTrace(traceOf('a'), () => inSpan('step', 'x', () => traceIdNow()))).toBe('a');
  });
});
