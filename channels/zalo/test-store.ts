/** Stores of tests that stay in memory. */
import type { KeptTokens, PlatformTokens, TokenPair } from '../../bot/index.ts';

/** As the database keeps them, for one process. */
export function memoryTokens(): PlatformTokens & { readonly kept: () => KeptTokens | null } {
  let row: (Omit<KeptTokens, 'renewing'> & { began: string | null }) | null = null;
  let taken = false;
  const kept = (): KeptTokens | null => row && { ...row, renewing: taken };
  return {
    kept,
    read: async () => kept(),
    beganWith: async (_account, token) => row?.began === token,
    async take() {
      row ??= { pair: null, previous: null, version: 0, proven: false, deadBecause: null, began: null };
      if (taken) return null;
      const found = kept();
      taken = true;
      return found;
    },
    async keep(_account, pair: TokenPair, { version, beganWith }) {
      if (row?.version !== version) return false;
      taken = false;
      row = {
        pair,
        previous: row.pair,
        version: version + 1,
        proven: false,
        deadBecause: null,
        began: beganWith ?? row.began,
      };
      return true;
    },
    async prove(_account, version) {
      if (row?.version === version) row = { ...row, proven: true, previous: null };
    },
    async giveBack(_account, { version, deadBecause }) {
      if (row?.version !== version) return;
      taken = false;
      if (deadBecause) row = { ...row, deadBecause };
    },
  };
}
