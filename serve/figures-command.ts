/** `npm run -s figures -- open-data --from DAY --to DAY [--csv] > FILE | roll-up`: figures without the console. */
import { parseArgs } from 'node:util';
import { assemble } from '../assemble.ts';
import { deskHoursOf, openData, openDataCsv, rollUp } from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { SettingError } from '../config.ts';
import { type Command, withStore } from './command.ts';
import { livePartsOf } from './live-parts.ts';
import { namesOf } from './open-figures.ts';

const usage = `npm run -s figures -- open-data --from 2026-10-01 --to 2026-11-30 [--csv] > so-lieu-mo.json
npm run figures -- roll-up     counts now what is due; a running program does so every minute`;

/** @throws {SettingError} that says how to write the command. */
export const figuresCommand: Command = async (words, config, say) => {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { from: { type: 'string' }, to: { type: 'string' }, csv: { type: 'boolean', default: false } },
  });
  const [verb = ''] = positionals;
  const { from = '', to = '', csv } = values;
  const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  if (verb !== 'roll-up' && !(verb === 'open-data' && isDay(from) && isDay(to))) throw new SettingError(usage);
  await withStore(config, say, async (store) => {
    const live = livePartsOf(await assemble(config, { onProgress: say }));
    process.stdout.write(
      verb === 'roll-up' ? await countNow(store, live) : await exportOpen({ store, live }, { from, to, csv }),
    );
  });
};

type Live = ReturnType<typeof livePartsOf>;

async function countNow(store: Store, { units, parts }: Live): Promise<string> {
  const days = await rollUp(store.database, deskHoursOf(units, parts.tools.calendar), new Date());
  return `Counted: ${days.join(', ')}\n`;
}

async function exportOpen(
  { store, live }: { readonly store: Store; readonly live: Live },
  { from, to, csv }: { readonly from: string; readonly to: string; readonly csv: boolean },
): Promise<string> {
  const parts = { database: store.database, names: namesOf(live), home: live.units.of(null).code };
  const data = await openData(parts, { from, to, at: new Date() });
  return csv ? openDataCsv(data) : `${JSON.stringify(data, null, 2)}\n`;
}
