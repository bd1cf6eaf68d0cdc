/** `npm run switch -- list | off WHAT --because "…" | on WHAT --because "…"`: works beside a running program, and when the console does not. */
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { type SwitchName, switchNames } from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { SettingError } from '../config.ts';
import { type Command, withStore } from './command.ts';

const usage = `npm run switch -- list
npm run switch -- off WHAT --because "…" [--unit 02728] [--until 2026-11-30T17:00+07:00]
npm run switch -- on WHAT --because "…" [--unit 02728]
WHAT is one of: ${switchNames.join(', ')}. Without --unit it holds everywhere.`;

interface Order {
  readonly what: SwitchName;
  readonly unit: string | null;
  readonly because: string;
  readonly until: Date | null;
}

/** @throws {SettingError} that says how to write the command. */
export const switchCommand: Command = async (words, config, say) => {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { because: { type: 'string' }, unit: { type: 'string' }, until: { type: 'string' } },
  });
  const [verb = '', what = ''] = positionals;
  if (!['list', 'off', 'on'].includes(verb)) throw new SettingError(usage);
  const order = verb === 'list' ? null : orderOf(what, values);
  await withStore(config, say, async (store) => {
    process.stdout.write(`${order ? await carryOut(store, verb, order) : await list(store)}\n`);
  });
};

interface Values {
  readonly because?: string | undefined;
  readonly unit?: string | undefined;
  readonly until?: string | undefined;
}

function orderOf(what: string, { because = '', unit, until }: Values): Order {
  const known = switchNames.find((name) => name === what);
  const end = until === undefined ? null : new Date(until);
  const badEnd = end !== null && !(end.getTime() > Date.now() && /(Z|[+-]\d\d:\d\d)$/.test(until ?? ''));
  const badUnit = unit !== undefined && !/^\d{2}(\d{3})?$/.test(unit);
  if (!known || because.trim().length < 3 || because.length > 500 || badEnd || badUnit) throw new SettingError(usage);
  return { what: known, unit: unit ?? null, because, until: end };
}

/** Whoever holds the server: by the name of his account on it. */
const doer = () => ({ name: `lệnh trên máy chủ (${userInfo().username})`, actor: `command:${userInfo().username}` });

async function carryOut({ switches }: Store, verb: string, { until, ...order }: Order): Promise<string> {
  const wish = { ...order, by: doer(), at: new Date() };
  if (verb === 'off') {
    await switches.turnOff({ ...wish, until });
    return `${order.what} is off${order.unit ? ` in ${order.unit}` : ''}. Every copy of the program obeys within seconds. To turn it on: npm run switch -- on ${order.what} --because "…"`;
  }
  return (await switches.turnOn(wish)) ? `${order.what} is on.` : `${order.what} was not off there.`;
}

async function list({ switches }: Store): Promise<string> {
  const now = new Date();
  const { off } = await switches.open(now);
  const lines = off
    .filter(({ until }) => until === null || now < until)
    .map(({ what, unit, by, since, until, because }) =>
      [what, unit ?? 'everywhere', by, since.toISOString(), until?.toISOString() ?? 'until turned on', because].join(
        '\t',
      ),
    );
  return lines.join('\n') || 'Everything is on.';
}
