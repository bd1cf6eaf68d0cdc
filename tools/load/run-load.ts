/** All scenarios of a run, one after the other, each on a program and a store of its own. */
import type { LoadOptions } from './load-options.ts';
import { runScenario } from './run-scenario.ts';
import type { ScenarioResult } from './scenario.ts';

export interface LoadRun {
  readonly options: LoadOptions;
  /** ISO 8601. */
  readonly at: string;
  readonly scenarios: readonly ScenarioResult[];
}

/** Beside its seconds a scenario starts a program, opens its chats, and lets the last answers come. */
const aroundSeconds = 60;

/** Never rejects for what a scenario met: what was found is in its result. */
export async function runLoad(
  options: LoadOptions,
  { say, signal }: { readonly say: (text: string) => void; readonly signal: AbortSignal },
): Promise<LoadRun> {
  const at = new Date().toISOString();
  const until = options.budget === null ? null : Date.now() + options.budget * 1000;
  const scenarios: ScenarioResult[] = [];
  for (const [index, name] of options.only.entries()) {
    if (signal.aborted) break;
    const left = options.only.length - index;
    const seconds = until === null ? options.seconds : secondsFor((until - Date.now()) / 1000, left, options.seconds);
    const limit = until === null ? signal : AbortSignal.any([signal, budgetSignal(until - Date.now())]);
    scenarios.push(await runScenario(name, { options: { ...options, seconds }, say, signal: limit }));
  }
  return { options, at, scenarios };
}

/** An even share of what is left of the budget, and never more than was asked for. */
export const secondsFor = (left: number, scenarios: number, asked: number): number =>
  Math.max(5, Math.min(asked, Math.floor(left / scenarios - aroundSeconds)));

function budgetSignal(ms: number): AbortSignal {
  const stop = new AbortController();
  setTimeout(() => stop.abort('the budget was used up'), Math.max(1, ms)).unref();
  return stop.signal;
}
