/** A bot with a model in harness, for tests: the shipped knowledge, a double as the server, ceilings in memory. */
import { type ModelDouble, type ModelDoubleOptions, startModelDouble } from '../model-double/index.ts';
import { pipeline } from '../pipeline.ts';
import type { TestBot } from '../test-bot.ts';
import type { ModelDesk } from './model-desk.ts';
import { memoryLedger } from './model-ledger.ts';
import type { ModelSettings } from './model-settings.ts';
import { openModelDesk } from './open-desk.ts';

export const testSettings = (baseUrl: string, changed: Partial<ModelSettings> = {}): ModelSettings => ({
  baseUrl,
  atHome: true,
  apiKey: 'none',
  model: 'double',
  embeddings: null,
  rerank: false,
  turnMs: 6_000,
  ceilings: { all: 10_000_000, person: 1_000_000 },
  price: null,
  ...changed,
});

export interface TestModel {
  readonly double: ModelDouble;
  readonly ledger: ReturnType<typeof memoryLedger>;
  readonly desk: ModelDesk;
  readonly stop: () => Promise<void>;
}

export interface TestModelOptions extends ModelDoubleOptions {
  readonly settings?: Partial<ModelSettings>;
  /** Known from sign-in. */
  readonly names?: readonly string[];
}

/** @param options how the double behaves, and what differs from plain settings. */
export async function openTestModel({ settings, names = [], ...options }: TestModelOptions = {}): Promise<TestModel> {
  const double = await startModelDouble(options);
  const ledger = memoryLedger();
  const desk = openModelDesk({ settings: testSettings(double.url, settings), ledger, namesOf: async () => names });
  return { double, ledger, desk, stop: double.stop };
}

/** The steps of a bot with this model. */
export const stepsWith = ({ tools }: Pick<TestBot, 'tools'>, desk: ModelDesk) => pipeline({ ...tools, model: desk });
