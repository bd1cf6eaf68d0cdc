/** Keeps a new pair of tokens, however long the store is away: one that is lost means that an admin has to agree anew. */
import type { TokenPair } from '../../../bot/index.ts';
import { type OaTokenOptions, waitMs } from './renew-oa-tokens.ts';

const againMs = 2_000;

/** Resolves at the first try, kept or not: the pair works from memory meanwhile. */
export async function keepForSure(
  { account, store, onAlarm, wait = waitMs }: OaTokenOptions,
  pair: TokenPair,
  how: { readonly version: number; readonly beganWith?: string },
): Promise<void> {
  const keep = () => store.keep(account, pair, how);
  const keepLater = async (): Promise<void> => {
    for (let kept = false; !kept; ) {
      await wait(againMs);
      kept = await keep().then(
        () => true,
        () => false,
      );
    }
  };
  try {
    await keep();
  } catch {
    onAlarm({
      code: 'token-not-kept',
      what: 'A new access token could not be stored. It works from memory and storing is tried again: do not stop the program, and look at the database.',
    });
    void keepLater();
  }
}
