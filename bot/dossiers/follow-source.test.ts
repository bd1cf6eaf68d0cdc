import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SourceFault } from '../../knowledge/index.ts';
import { type FollowPorts, followSource } from './follow-source.ts';
import { type CursorPorts, pullChanges } from './pull-changes.ts';
import { makeTestSource, type TestSource, type ToldCase } from './test-source.ts';

/** A store in memory that keeps the newer version, as the true one does. */
function makeMemory() {
  const kept = new Map<string, number>();
  let cursor: string | null = null;
  let failures = 0;
  const moves: (readonly [string | null, string | null])[] = [];
  const cursorPorts: CursorPorts = {
    readCursor: async () => cursor,
    async moveCursor({ from, to }) {
      if (cursor !== from) return false;
      moves.push([from, to]);
      cursor = to;
      return true;
    },
  };
  return {
    kept,
    moves,
    ...cursorPorts,
    keep: async (dossiers: readonly unknown[]) => {
      if (failures-- > 0) throw new Error('the database is gone');
      for (const { code, version } of dossiers as ToldCase[]) kept.set(code, Math.max(version, kept.get(code) ?? 0));
    },
    failKeeping: (times: number) => {
      failures = times;
    },
    setCursor: (to: string | null) => {
      cursor = to;
    },
  };
}

const signal = new AbortController().signal;

describe('pullChanges', () => {
  const setUp = () => {
    const source = makeTestSource();
    const memory = makeMemory();
    for (const code of ['a', 'b', 'c', 'a', 'd']) source.change(code);
    return { source, memory, ports: { source, ...memory } };
  };

  it('keeps every page before the cursor moves past it', async () => {
    const { memory, ports } = setUp();
    expect(await pullChanges(ports, { signal })).toEqual({ pages: 3, dossiers: 5, end: 'caught-up' });
    expect(Object.fromEntries(memory.kept)).toEqual({ a: 2, b: 1, c: 1, d: 1 });
    expect(await memory.readCursor()).toBe('5');
  });

  it('leaves the cursor where it is when the store fails, and then reads the page again', async () => {
    const { memory, ports } = setUp();
    memory.failKeeping(1);
    await expect(pullChanges(ports, { signal })).rejects.toThrow('the database is gone');
    expect(await memory.readCursor()).toBeNull();
    await pullChanges(ports, { signal });
    expect(memory.kept.size).toBe(4);
  });

  it('stops when another copy of the program has moved the cursor', async () => {
    const { memory, ports } = setUp();
    const keep = async (dossiers: readonly unknown[]) => {
      await memory.keep(dossiers);
      memory.setCursor('4');
    };
    expect(await pullChanges({ ...ports, keep }, { signal })).toMatchObject({ end: 'moved-elsewhere' });
    expect(await memory.readCursor()).toBe('4');
  });

  it('reads everything anew when the source has lost our cursor', async () => {
    const { source, memory, ports } = setUp();
    await pullChanges(ports, { signal });
    source.forgetCursors();
    await expect(pullChanges(ports, { signal })).rejects.toMatchObject({ code: 'cursor-lost' });
    expect(await memory.readCursor()).toBeNull();
    expect(await pullChanges(ports, { signal })).toMatchObject({ dossiers: 5 });
  });

  it('ends a round that would never end', async () => {
    const { ports } = setUp();
    expect(await pullChanges(ports, { signal, maxPages: 2 })).toEqual({ pages: 2, dossiers: 4, end: 'more' });
    expect(await pullChanges(ports, { signal, maxPages: 2 })).toEqual({ pages: 1, dossiers: 1, end: 'caught-up' });
  });

  const faults: readonly SourceFault[] = ['down', 'slow', 'busy', 'garbled', 'refused', 'too-big'];
  const events = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('change' as const), code: fc.constantFrom('a', 'b', 'c', 'd', 'e') }),
      fc.record({ kind: fc.constant('fault' as const), fault: fc.constantFrom(...faults) }),
      fc.record({ kind: fc.constantFrom('pull', 'lose', 'store-fails') }),
    ),
    { maxLength: 60 },
  );

  it('loses nothing, skips nothing and goes back in nothing, whatever fails in between', async () => {
    await fc.assert(
      fc.asyncProperty(events, async (list) => {
        const source = makeTestSource();
        const memory = makeMemory();
        const versions = new Map<string, number>();
        const seen = new Map<string, number>();
        const pull = () => pullChanges({ source, ...memory }, { signal }).catch(() => undefined);
        for (const event of list) {
          if (event.kind === 'change') {
            source.change(event.code);
            versions.set(event.code, (versions.get(event.code) ?? 0) + 1);
          } else if (event.kind === 'fault') source.faults.push(null, event.fault);
          else if (event.kind === 'lose') source.forgetCursors();
          else if (event.kind === 'store-fails') memory.failKeeping(1);
          else await pull();
          for (const [code, version] of memory.kept) {
            expect(version).toBeGreaterThanOrEqual(seen.get(code) ?? 0);
            seen.set(code, version);
          }
        }
        source.faults.length = 0;
        memory.failKeeping(0);
        // One round may find the cursor lost, the next reads all.
        await pull();
        await pull();
        expect(memory.kept).toEqual(versions);
        // The cursor goes on from where it stood, or back to the start: it never jumps.
        for (const [index, [from]] of memory.moves.entries()) expect(from).toBe(memory.moves[index - 1]?.[1] ?? null);
      }),
      { numRuns: 300 },
    );
  });
});

/** Follows with a sleep that the test ends, one round at a time. */
function follow(source: TestSource, ports: Partial<FollowPorts> = {}) {
  const memory = makeMemory();
  const waits: number[] = [];
  const errors: unknown[] = [];
  let wake = () => {};
  let slept = () => {};
  const clock = { at: Date.parse('2026-11-23T03:00:00Z') };
  const asleep = () =>
    new Promise<void>((resolve) => {
      slept = resolve;
    });
  let sleeping = asleep();
  const following = followSource(
    {
      source,
      keep: memory.keep,
      withLease: (work) => work(memory, new AbortController().signal),
      onError: (error) => errors.push(error),
      ...ports,
    },
    {
      everyMs: 30_000,
      longestWaitMs: 600_000,
      random: () => 1,
      now: () => new Date(clock.at),
      sleep: (ms, stop) => {
        waits.push(ms);
        slept();
        return new Promise<void>((resolve, reject) => {
          wake = resolve;
          stop.addEventListener('abort', () => reject(stop.reason), { once: true });
        });
      },
    },
  );
  return {
    memory,
    waits,
    errors,
    clock,
    following,
    /** Resolves when a round is over. */
    async round() {
      await sleeping;
      sleeping = asleep();
    },
    wake: () => wake(),
  };
}

describe('followSource', () => {
  it('reads at once, and again from time to time', async () => {
    const source = makeTestSource();
    source.change('a');
    const { memory, following, round, wake, waits } = follow(source);
    await round();
    expect(memory.kept.get('a')).toBe(1);
    source.change('a');
    wake();
    await round();
    expect(memory.kept.get('a')).toBe(2);
    expect(waits.every((ms) => ms >= 27_000 && ms <= 33_000)).toBe(true);
    await following.stop();
  });

  it('waits longer and longer while the source is down, and as usual when it is back', async () => {
    const source = makeTestSource();
    const { following, round, wake, waits, errors } = follow(source);
    source.faults.push(...Array.from({ length: 12 }, () => 'down' as const));
    for (let time = 0; time < 14; time++) {
      await round();
      wake();
    }
    await following.stop();
    const failed = waits.slice(0, 12);
    expect(failed).toEqual([...failed].sort((one, other) => one - other));
    expect(failed[0]).toBe(3_000);
    expect(failed.at(-1)).toBe(600_000);
    expect(waits[12]).toBe(33_000);
    expect(errors).toHaveLength(12);
  });

  it('gives the source the time that it asks for, and waits for a person where one has to act', async () => {
    const source = makeTestSource();
    const { following, round, wake, waits } = follow(source);
    source.faults.push('busy', 'refused');
    for (let time = 0; time < 3; time++) {
      await round();
      wake();
    }
    await following.stop();
    expect(waits.slice(0, 2)).toEqual([45_000, 600_000]);
  });

  it('says how it goes: the last success, the last error, how far we may be behind', async () => {
    const source = makeTestSource();
    source.change('a');
    const { following, round, wake, clock } = follow(source);
    await round();
    const first = new Date(clock.at);
    expect(following.health()).toEqual({
      ...{ source: 'tinh', lastSuccess: first, lastError: null, failuresInARow: 0, read: 1, lagMs: 0 },
      elsewhere: false,
    });
    clock.at += 90_000;
    source.faults.push('garbled');
    wake();
    await round();
    expect(following.health()).toMatchObject({
      ...{ lastSuccess: first, lastError: 'garbled', failuresInARow: 1, lagMs: 90_000 },
    });
    wake();
    await round();
    expect(following.health()).toMatchObject({ lastError: null, failuresInARow: 0, lagMs: 0 });
    await following.stop();
  });

  it('tells a failure of our own store from one of the source', async () => {
    const source = makeTestSource();
    source.change('a');
    const { following, round, errors } = follow(source, { keep: async () => Promise.reject(new Error('gone')) });
    await round();
    expect(following.health().lastError).toBe('store');
    expect(errors).toHaveLength(1);
    await following.stop();
  });

  it('reads nothing while another copy of the program does', async () => {
    const source = makeTestSource();
    const { following, round } = follow(source, { withLease: async () => null });
    await round();
    expect(source.asked).toEqual([]);
    expect(following.health()).toMatchObject({ elsewhere: true, lastSuccess: null, lastError: null });
    await following.stop();
  });

  it('stops in the middle of a wait and of a page, and twice', async () => {
    const waiting = follow(makeTestSource());
    await waiting.round();
    await waiting.following.stop();
    await waiting.following.stop();
    const source = makeTestSource();
    let reached = () => {};
    const inPage = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const hanging: TestSource = {
      ...source,
      async *changesSince(_cursor, stop) {
        reached();
        await new Promise((_, reject) => stop.addEventListener('abort', () => reject(stop.reason), { once: true }));
        yield { dossiers: [], cursor: '' };
      },
    };
    const { following, errors } = follow(hanging);
    await inPage;
    await following.stop();
    expect(errors).toEqual([]);
  });
});
