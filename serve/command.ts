/** What a command of the operator is given, and the store it works on. */
import type { Store } from '../bot/store/index.ts';
import type { Config } from '../config.ts';
import { openConfiguredStore } from './open-configured-store.ts';

/**
 * What stands behind `npm run NAME -- WORDS`. @param say to the operator, beside what the command prints.
 * @throws {SettingError} that says how to write the command.
 */
export type Command = (words: readonly string[], config: Config, say: (text: string) => void) => Promise<void>;

/** Works on the store, also beside a running program, and closes it whatever comes of the work. */
export async function withStore<T>(
  config: Config,
  say: (text: string) => void,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openConfiguredStore(config, say, { join: true });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
