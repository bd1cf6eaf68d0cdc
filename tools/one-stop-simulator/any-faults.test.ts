/** Whatever a one-stop system does on the wire, in any order: what is kept is what it last said truly. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { pullChanges, refreshLive } from '../../bot/index.ts';
import { openRemoteSource } from '../../knowledge/dossiers/remote/index.ts';
import { type DossierSource, importedDossierSchema } from '../../knowledge/index.ts';
import { type Fault, faultSchema } from './fault.ts';
import { type Simulator, startSimulator } from './start-simulator.ts';

const start = Date.parse('2026-11-19T03:00:00Z');
const count = 120;
/** Faults that end by themselves. A page that tells an older state and moves the cursor cannot be seen through: it is left out.
 * `silent` and `slow` would only cost time here, and lies about time have their own test. */
const kinds: Fault['kind'][] = [
  ...(['broken-off', 'error', 'half-written', 'cut', 'html', 'duplicates', 'half-dossiers'] as const),
  ...(['other-dossier', 'stuck-cursor', 'wrong-token', 'cursor-gone', 'forbidden', 'none'] as const),
];

/** Keeps as the store does: the newest `updatedAt` of each code, and nothing without a code. */
function makeMemory() {
  const kept = new Map<string, string>();
  let cursor: string | null = null;
  const moves: (readonly [string | null, string | null])[] = [];
  return {
    kept,
    moves,
    readCursor: async () => cursor,
    async moveCursor({ from, to }: { from: string | null; to: string | null }) {
      moves.push([from, to]);
      cursor = to;
      return true;
    },
    async keep(list: readonly unknown[]) {
      for (const value of list) {
        const read = importedDossierSchema.safeParse(value);
        if (!read.success || read.data.updatedAt === null) continue;
        const { code, updatedAt } = read.data;
        if (Date.parse(updatedAt) > Date.parse(kept.get(code) ?? '1970-01-01T00:00:00Z')) kept.set(code, updatedAt);
      }
    },
  };
}

jest.setTimeout(60_000);

describe('any sequence of faults', () => {
  let simulator: Simulator;
  let now = start;
  beforeAll(async () => {
    simulator = await startSimulator({
      count,
      start: new Date(start),
      now: () => new Date(now),
      tokenSeconds: 3_600_000,
    });
  }, 60_000);
  afterAll(() => simulator.close());

  const open = (): DossierSource =>
    openRemoteSource({
      ...simulator.settings,
      limits: {
        requestMs: 5_000,
        overallMs: 20_000,
        firstWaitMs: 1,
        longestWaitMs: 2,
        restMs: 0,
        refusalMs: 0,
        retries: 1,
        breakAfter: 2,
        pageSize: 17,
      },
    });
  const event = fc.oneof(
    fc.record({
      do: fc.constant('fault' as const),
      kind: fc.constantFrom(...kinds),
      on: fc.constantFrom('page', 'find', 'any'),
      times: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({
      do: fc.constant('fault' as const),
      kind: fc.constant('backwards' as const),
      on: fc.constant('find'),
      times: fc.constant(1),
    }),
    fc.record({ do: fc.constant('pull' as const) }),
    fc.record({ do: fc.constant('find' as const), which: fc.nat({ max: count - 1 }) }),
    fc.record({ do: fc.constant('time' as const), hours: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ do: fc.constant('restart' as const) }),
  );

  it('loses no dossier, doubles none, keeps no older state, and the breaker closes again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 3, maxLength: 25 }), async (events) => {
        simulator.faults.clear();
        const memory = makeMemory();
        let source = open();
        const pull = () =>
          pullChanges({ source, ...memory }, { signal: AbortSignal.timeout(60_000) }).catch(() => undefined);
        for (const step of events) {
          const before = new Map(memory.kept);
          if (step.do === 'fault')
            simulator.faults.add([faultSchema.parse({ kind: step.kind, on: step.on, times: step.times })]);
          else if (step.do === 'time') now += step.hours * 3_600_000;
          else if (step.do === 'restart') source = open();
          else if (step.do === 'pull') await pull();
          else await refreshLive({ source, keep: memory.keep })(simulator.office.all()[step.which]?.code ?? '');
          for (const [code, at] of before)
            expect(Date.parse(memory.kept.get(code) ?? '')).toBeGreaterThanOrEqual(Date.parse(at));
        }
        simulator.faults.clear();
        // The breaker may be half-open and the cursor lost: two rounds are enough for both.
        await pull();
        await pull();
        const truth = new Map(simulator.office.all().map(({ code, updatedAt }) => [code, updatedAt]));
        expect(memory.kept).toEqual(truth);
        expect(await refreshLive({ source, keep: memory.keep })([...truth.keys()][0]!)).toMatchObject({
          sourceDown: false,
        });
        for (const [index, [from]] of memory.moves.entries()) expect(from).toBe(memory.moves[index - 1]?.[1] ?? null);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
