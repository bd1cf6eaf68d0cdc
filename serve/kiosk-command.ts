/** `npm run kiosk -- add --name "Sảnh" [--unit 02728] | list | remove ID`: which screens in ward offices are ours. */
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hashOfDeviceKey, newDeviceKey } from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { type Config, SettingError } from '../config.ts';
import { loadPlaces } from '../knowledge/index.ts';
import { type Command, withStore } from './command.ts';

const usage = `npm run kiosk -- add --name "Sảnh tầng 1" [--unit 02728]   prints the address to open once on the device
npm run kiosk -- list
npm run kiosk -- remove ID      its key opens nothing any more, and whoever stands there has to begin anew
Without --unit it is the installation's own commune.`;

interface Order {
  readonly config: Config;
  readonly store: Store;
  readonly word: string | undefined;
  readonly name: string;
  readonly unit: string | null;
}

/** @throws {SettingError} that says how to write the command. */
export const kioskCommand: Command = async (words, config, say) => {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { name: { type: 'string', default: '' }, unit: { type: 'string' } },
  });
  const [verb = '', word] = positionals;
  const run = Object.hasOwn(commands, verb) ? commands[verb as keyof typeof commands] : null;
  if (!run) throw new SettingError(usage);
  await withStore(config, say, async (store) => {
    const order = { config, store, word, name: values.name.trim(), unit: values.unit ?? null };
    process.stdout.write(`${await run(order)}\n`);
  });
};

const commands = { add, list, remove } as const;
const doer = () => `command:${userInfo().username}`;

async function add({ config, store, name, unit }: Order): Promise<string> {
  if (name.length < 2 || name.length > 80) throw new SettingError(usage);
  if (unit !== null && !loadPlaces(join(config.knowledgeFolder, 'places')).commune(unit))
    throw new SettingError(`${unit} is no commune that the tables know. Give the five digits of one, such as 02728.`);
  const key = newDeviceKey();
  const id = await store.kiosks.addDevice({ name, unit, keyHash: hashOfDeviceKey(key), by: doer() });
  const address = `${config.PUBLIC_URL ?? `http://localhost:${config.PORT}`}/kiosk#key=${key}`;
  return `${address}\nOpen this address once on the device «${name}» (${id}). It is shown here alone: whoever has it can make any browser that kiosk.`;
}

async function list({ store }: Order): Promise<string> {
  const devices = await store.kiosks.devices();
  const when = (at: Date | null) => at?.toISOString().slice(0, 16).replace('T', ' ') ?? 'never used';
  const lines = devices.map(({ id, name, unit, seenAt }) => `${id}  ${name}  ${unit ?? 'own'}  ${when(seenAt)}`);
  return lines.length > 0 ? lines.join('\n') : 'No kiosk is registered. npm run kiosk -- add --name "Sảnh"';
}

async function remove({ store, word = '' }: Order): Promise<string> {
  if (!/^[\da-f-]{36}$/.test(word)) throw new SettingError(usage);
  return (await store.kiosks.removeDevice(word, doer()))
    ? 'Removed. Its key opens nothing any more.'
    : 'No kiosk of this id is registered. npm run kiosk -- list shows them.';
}
