import { describe, expect, it } from '@jest/globals';
import { SourceError } from '../../knowledge/index.ts';
import { type RefreshOptions, refreshLive } from './live-refresh.ts';
import { makeTestSource } from './test-source.ts';

const start = Date.parse('2026-11-23T03:00:00Z');

function setUp(options: RefreshOptions = {}) {
  const source = makeTestSource();
  const kept: unknown[] = [];
  const errors: unknown[] = [];
  const clock = { at: start };
  const refresh = refreshLive(
    {
      source,
      keep: async (dossiers) => void kept.push(...dossiers),
      onError: (error) => errors.push(error),
    },
    { now: () => new Date(clock.at), ...options },
  );
  return { source, kept, errors, clock, refresh };
}

describe('refreshLive', () => {
  it('keeps what the source tells now, and says when that was', async () => {
    const { source, kept, refresh } = setUp();
    source.change('a');
    expect(await refresh('a')).toEqual({ asOf: new Date(start), sourceDown: false, known: true });
    expect(kept).toEqual([{ code: 'a', version: 1 }]);
  });

  it('asks once for many who ask at the same time', async () => {
    const { source, kept, refresh } = setUp();
    source.change('a');
    await Promise.all([refresh('a'), refresh('a'), refresh('a')]);
    expect(source.asked).toEqual(['a']);
    expect(kept).toHaveLength(1);
  });

  it('does not ask again for a while, and then says of when its word is', async () => {
    const { source, clock, refresh } = setUp({ freshMs: 20_000 });
    source.change('a');
    await refresh('a');
    clock.at += 19_999;
    expect((await refresh('a')).asOf).toEqual(new Date(start));
    expect(source.asked).toHaveLength(1);
    clock.at += 1;
    expect((await refresh('a')).asOf).toEqual(new Date(start + 20_000));
    expect(source.asked).toHaveLength(2);
  });

  it('remembers for longer that the source has none of a code, and keeps nothing', async () => {
    const { source, kept, clock, refresh } = setUp({ freshMs: 20_000, absentMs: 60_000 });
    expect(await refresh('z')).toEqual({ asOf: new Date(start), sourceDown: false, known: false });
    clock.at += 59_999;
    await refresh('z');
    expect(source.asked).toHaveLength(1);
    expect(kept).toEqual([]);
  });

  it.each(['down', 'slow', 'busy', 'garbled', 'refused', 'too-big'] as const)(
    'says that the source does not answer when it is "%s", and asks again next time',
    async (fault) => {
      const { source, errors, refresh } = setUp();
      source.change('a');
      source.faults.push(fault);
      expect(await refresh('a')).toEqual({ asOf: null, sourceDown: true, known: null });
      expect(errors).toHaveLength(1);
      expect(errors[0]).toBeInstanceOf(SourceError);
      expect((await refresh('a')).sourceDown).toBe(false);
    },
  );

  it('does not let a source that never answers hold up the answer, not even one that heeds no signal', async () => {
    const stop = new AbortController();
    const errors: unknown[] = [];
    const refresh = refreshLive(
      { source: { find: () => new Promise(() => {}) }, keep: async () => {}, onError: (error) => errors.push(error) },
      { limit: () => stop.signal },
    );
    const asking = refresh('a');
    stop.abort(new DOMException('over', 'TimeoutError'));
    expect(await asking).toEqual({ asOf: null, sourceDown: true, known: null });
    expect(errors).toHaveLength(1);
  });

  it('does not call our own failing store the newest word', async () => {
    const source = makeTestSource();
    source.change('a');
    const refresh = refreshLive({ source, keep: async () => Promise.reject(new Error('gone')) });
    expect((await refresh('a')).asOf).toBeNull();
  });

  it('forgets the oldest of many codes', async () => {
    const { source, refresh } = setUp({ maxCodes: 2 });
    for (const code of ['a', 'b', 'c']) source.change(code);
    for (const code of ['a', 'b', 'c', 'c', 'b', 'a']) await refresh(code);
    expect(source.asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
