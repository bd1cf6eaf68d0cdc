/** The processes and settings that each door's load takes. */
import { join } from 'node:path';
import { testSecret } from '../../channels/hotline/simulator/test-providers.ts';
import type { LoadOptions } from './load-options.ts';
import type { DoorName } from './scenario.ts';
import { type LoadWorker, startWorker } from './workers/start-worker.ts';

export interface DoorParts {
  readonly door: DoorName;
  /** What is asked for, a second; of the hotline: calls at once. */
  readonly asked: number;
  readonly workers: readonly LoadWorker[];
  /** Settings of the program that are not its defaults. */
  readonly settings: (base: string) => Readonly<Record<string, string>>;
}

type Say = (text: string) => void;

/** Chats from one address: as many sockets as the program lets one address have. */
const chatsPerAddress = 20;
/** As the program has it where nothing is set. */
export const socketsByDefault = 12_000;
const invented = join(import.meta.dirname, '../hotline-bench');

function webParts({ chats, turns, shards }: LoadOptions, say: Say): DoorParts {
  const count = Math.min(shards, chats);
  const workers = Array.from({ length: count }, (_, index) => {
    const own = Math.floor(chats / count) + (index < chats % count ? 1 : 0);
    const options = {
      ...{ shards: count, index, chats: own, perSecond: turns / count },
      ...{ perAddress: chatsPerAddress, atOnce: 16, grace: 30 },
    };
    return startWorker({ name: `web ${index + 1}`, file: 'hold-web-chats.ts', options }, say);
  });
  const settings: Readonly<Record<string, string>> =
    chats > socketsByDefault ? { SOCKETS_IN_ALL: String(chats + 100) } : {};
  return { door: 'web', asked: turns, workers, settings: () => settings };
}

async function zaloParts({ deliveries }: LoadOptions, say: Say): Promise<DoorParts> {
  const options = { perSecond: deliveries, users: 5_000 };
  const worker = startWorker({ name: 'zalo', file: 'deliver-zalo.ts', options }, say);
  const { settings = {} } = await worker.ready();
  // The most that may be set: twice what Zalo takes of its largest package.
  const all = { ...settings, ZALO_OA_CALLS_PER_MINUTE: '4000' };
  return { door: 'zalo', asked: deliveries, workers: [worker], settings: () => all };
}

function hotlineParts({ calls, think }: LoadOptions, say: Say): DoorParts {
  const worker = startWorker({ name: 'hotline', file: 'make-calls.ts', options: { atOnce: calls, think } }, say);
  return {
    door: 'hotline',
    asked: calls,
    workers: [worker],
    settings: (base) => ({
      JAMBONZ_WEBHOOK_SECRET: testSecret,
      TWIML_AUTH_TOKEN: testSecret,
      PUBLIC_URL: base,
      HOTLINE_LINES: join(invented, 'lines.yaml'),
      UNIT_FILE: join(invented, 'unit.yaml'),
    }),
  };
}

export async function openDoorParts(door: DoorName, options: LoadOptions, say: Say): Promise<DoorParts> {
  if (door === 'web') return webParts(options, say);
  return door === 'zalo' ? zaloParts(options, say) : hotlineParts(options, say);
}
