/** The command line of `npm run load`. */
import { parseArgs } from 'node:util';

export const scenarioNames = ['web', 'hotline', 'zalo', 'all'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export interface LoadOptions {
  /** Each scenario is measured for so long. */
  readonly seconds: number;
  /** Open web chats. */
  readonly chats: number;
  /** Web turns a second, spread over the chats. */
  readonly turns: number;
  /** Calls at once. */
  readonly calls: number;
  /** A caller listens, thinks and speaks for so long between two hooks, in seconds. */
  readonly think: number;
  /** Zalo deliveries a second. */
  readonly deliveries: number;
  /** How long open chats at rest are looked at, in seconds; `null`: as the time allows, 70 at most. */
  readonly idle: number | null;
  readonly only: readonly ScenarioName[];
  /** Processes that hold the web chats. */
  readonly shards: number;
  /** Copies of the program on one store and one port. */
  readonly copies: number;
  /** The whole run ends within so many seconds, with what it has; `null`: no limit. */
  readonly budget: number | null;
  readonly json: boolean;
  /** Also writes docs/load.md and its pictures. */
  readonly publish: boolean;
  /** Where the results go. */
  readonly reports: string | null;
}

export class LoadOptionError extends Error {
  readonly code = 'load-option';
}

export const usage = `npm run load -- [--seconds 300] [--chats 10000] [--turns 100] [--calls 50] [--think 4] [--deliveries 200]
                [--only web,hotline,zalo,all] [--shards 2] [--copies 1] [--idle SECONDS] [--budget SECONDS] [--json] [--publish] [--reports FOLDER]
npm run load -- peers   the same questions to other search engines behind a route, see tools/load/peers
npm run load -- plan    what the last measured run means for a ward, a province and the country`;

/** @throws {LoadOptionError} naming what cannot be read. */
export function readLoadOptions(args: readonly string[]): LoadOptions {
  const { values } = parse(args);
  const number = (name: string, value: string, least: number) => {
    const read = Number(value);
    if (Number.isFinite(read) && read >= least) return read;
    throw new LoadOptionError(`--${name} is ${value}: it takes a number from ${least} on.\n${usage}`);
  };
  return {
    seconds: number('seconds', values.seconds, 1),
    chats: number('chats', values.chats, 1),
    turns: number('turns', values.turns, 0.1),
    calls: number('calls', values.calls, 1),
    think: number('think', values.think, 0),
    deliveries: number('deliveries', values.deliveries, 0.1),
    idle: values.idle === undefined ? null : number('idle', values.idle, 0),
    only: scenariosIn(values.only),
    shards: number('shards', values.shards, 1),
    copies: number('copies', values.copies, 1),
    budget: values.budget === undefined ? null : number('budget', values.budget, 10),
    json: values.json,
    publish: values.publish,
    reports: values.reports ?? null,
  };
}

function parse(args: readonly string[]) {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ seconds: text('300'), chats: text('10000'), turns: text('100'), calls: text('50'), think: text('4') },
        ...{
          deliveries: text('200'),
          only: text(scenarioNames.join(',')),
          shards: text('2'),
          copies: text('1'),
          json: flag,
        },
        ...{ publish: flag, budget: { type: 'string' }, idle: { type: 'string' }, reports: { type: 'string' } },
      },
    });
  } catch (cause) {
    throw new LoadOptionError(`${cause instanceof Error ? cause.message : cause}\n${usage}`, { cause });
  }
}

function scenariosIn(list: string): readonly ScenarioName[] {
  const asked = list.split(',').filter(Boolean);
  const known = scenarioNames.filter((name) => asked.includes(name));
  if (known.length === asked.length && known.length > 0) return known;
  throw new LoadOptionError(`--only is ${list}: it takes ${scenarioNames.join(', ')}, with commas between.\n${usage}`);
}
