/** Opens the store that the settings name. */
import { openStore, type Store } from '../bot/store/index.ts';
import { type Config, secretKey } from '../config.ts';

/** @throws {StoreStartError} when it cannot be used, or would not keep citizens apart. */
export const openConfiguredStore = (
  config: Config,
  say: (text: string) => void,
  { join = false }: { readonly join?: boolean } = {},
): Promise<Store> =>
  openStore({
    join,
    dataFolder: config.dataFolder,
    secretKey: secretKey(config),
    log: say,
    ...(config.DATABASE_URL ? { databaseUrl: config.DATABASE_URL } : {}),
    ...(config.DATABASE_OWNER_URL ? { ownerUrl: config.DATABASE_OWNER_URL } : {}),
  });
