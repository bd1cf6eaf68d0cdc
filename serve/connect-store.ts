/** Ties turns to the store: filed cases, notices, own data, and proof of who asks. */
import type { Logger } from 'pino';
import type { Connected, Parts } from '../assemble.ts';
import {
  type ConnectedSource,
  createDossierDesk,
  createLinkAccount,
  createProver,
  createSignIn,
  type FollowedSwitches,
  followSwitches,
  storeTools,
} from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { makeWebSignIn, ownDataPath } from '../channels/index.ts';
import { type Config, secretKey, signInSettings } from '../config.ts';
import { connectHandOffs, type HandOffTies } from './connect-hand-offs.ts';
import { openDossierSource } from './open-dossier-source.ts';
import { openServedModel } from './open-model.ts';
import { zaloChannels } from './open-zalo.ts';

export interface Surroundings {
  readonly store: Store;
  readonly log: Logger;
  readonly onError: (error: unknown) => void;
  /** What serves now: not to be asked for before the program serves. */
  readonly parts: () => Parts;
}

export interface StoreTies {
  readonly connected: Connected;
  /** `null` where no identity provider is set. */
  readonly signIn: ReturnType<typeof makeWebSignIn> | null;
  /** What is turned off: read before anything is served. */
  readonly switches: FollowedSwitches;
  /** `null` where no one-stop system is set. */
  readonly source: ConnectedSource | null;
  readonly handOffs: HandOffTies;
  /** Whether one-time codes reach phones. */
  readonly sendsCodes: boolean;
}

export async function connectStore(config: Config, { store, log, onError, parts }: Surroundings): Promise<StoreTies> {
  const handOffs = connectHandOffs(config, { store, parts, onError });
  const settings = signInSettings(config);
  const own = { store, secretKey: secretKey(config) };
  const accounts = createLinkAccount(own);
  // No province's gateway is connected as yet, so codes are not sent and facts are asked.
  const sender = null;
  const prover = createProver({ ...own, sender, onError });
  const source = await openDossierSource(config, { store, log });
  const refresh = source ? { refresh: source.refresh } : {};
  const switches = await followSwitches({ store: store.switches, onError });
  return {
    connected: {
      switches,
      model: await openServedModel(config, { store, onError }),
      ...storeTools(store, { channels: ['web', ...zaloChannels(config)], page: ownDataPath }),
      dossiers: createDossierDesk({ database: store.database, ...refresh }),
      handOffs: handOffs.desk,
      identity: { prover, accounts, signInOpen: settings !== null },
    },
    signIn: settings && makeWebSignIn({ signIn: createSignIn(own), accounts, settings }),
    source,
    switches,
    handOffs,
    sendsCodes: sender !== null,
  };
}
