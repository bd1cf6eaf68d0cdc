/** Tries one parser many times: it takes or refuses in its own way, and takes a bearable time for it. */
import fc from 'fast-check';
import type { Parser } from './parser.ts';

export interface Fuzzed {
  readonly name: string;
  readonly cases: number;
  /** How many it took; the others it refused. */
  readonly taken: number;
  readonly slowestMs: number;
  /** What it did that it must not; `null`: nothing. */
  readonly find: string | null;
}

export interface FuzzOptions {
  readonly runs: number;
  readonly seed: number;
  /** Of this process' own time, for one case, in ms; `null`: not looked at. */
  readonly budgetMs?: number | null;
  readonly onCase?: () => void;
}

export async function fuzzOne(
  one: Parser,
  { runs, seed, budgetMs = null, onCase = () => {} }: FuzzOptions,
): Promise<Fuzzed> {
  const refusals = new Set(one.refusals ?? []);
  const tally = { cases: 0, taken: 0, slowestMs: 0 };
  const property = fc.asyncProperty(one.inputs as fc.Arbitrary<never>, async (input) => {
    onCase();
    tally.cases += 1;
    const before = process.cpuUsage();
    try {
      await one.read(input);
      tally.taken += 1;
    } catch (error) {
      if (!isRefusal(error, refusals)) throw error;
    }
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    tally.slowestMs = Math.max(tally.slowestMs, ms);
    if (budgetMs !== null && ms > budgetMs) throw new Error(`took ${Math.round(ms)} ms of processor time`);
    if (Object.hasOwn(Object.prototype, 'polluted')) {
      Reflect.deleteProperty(Object.prototype, 'polluted');
      throw new Error('wrote into Object.prototype');
    }
  });
  const numRuns = Math.max(1, Math.round(runs * (one.share ?? 1)));
  const details = await fc.check(property, { numRuns, seed, endOnFailure: false, interruptAfterTimeLimit: 600_000 });
  const find = details.failed
    ? `${String(details.errorInstance).slice(0, 300)} for ${fc.stringify(details.counterexample).slice(0, 500)}`
    : null;
  return { name: one.name, ...tally, find };
}

const isRefusal = (error: unknown, refusals: ReadonlySet<string>): boolean =>
  error instanceof Error && (refusals.has(error.name) || refusals.has(error.constructor.name));
