/** The access token of an Official Account, ready at hand: renewed before it runs out. */
import { type KeptTokens, maskForLog, type TokenPair } from '../../../bot/index.ts';
import { ZaloError } from '../zalo-error.ts';
import type { Grant } from './ask-for-tokens.ts';
import type { OaTokens } from './call-oa.ts';
import { type LocalToken, makeRenewal, type OaTokenOptions } from './renew-oa-tokens.ts';

export interface OaTokenKeeper extends OaTokens {
  /** Renews when less than five hours are left, so that what goes wrong does so before the token is gone. */
  renewIfDue(): Promise<boolean>;
  /** Renews now, or with the code that a consent ended in. */
  renewNow(code?: Grant): Promise<void>;
}

const dueBeforeMs = 5 * 3_600_000;
/** A token is not used in its last minute: it might run out on the way. */
const marginMs = 60_000;
/** Zalo refused to renew: it is not asked again for so long. */
const refusalMs = 60_000;

export function keepOaTokens(options: OaTokenOptions): OaTokenKeeper {
  const { account, store, given, onAlarm, now = () => new Date() } = options;
  let local: LocalToken | null = null;
  let underWay: Promise<LocalToken> | null = null;
  let refusal: { readonly error: ZaloError; readonly until: number } | null = null;
  const leftMs = ({ expiresAt }: TokenPair) => expiresAt.getTime() - now().getTime();
  const adopt = (pair: TokenPair, { version, proven }: Pick<KeptTokens, 'version' | 'proven'>): LocalToken => {
    local = { ...pair, version, proven };
    return local;
  };
  const usable = (kept: KeptTokens | null, refused: string | null): LocalToken | null =>
    kept?.pair && kept.pair.accessToken !== refused && leftMs(kept.pair) > marginMs ? adopt(kept.pair, kept) : null;
  const renewal = makeRenewal({ ...options, usable, adopt, isOpen: (pair) => leftMs(pair) > marginMs });
  const renewOnce = (refused: string | null, code: Grant | null = null): Promise<LocalToken> => {
    if (refusal && code === null && now().getTime() < refusal.until) return Promise.reject(refusal.error);
    underWay ??= renewal(refused, code)
      .catch((error: unknown) => {
        if (error instanceof ZaloError && error.action === 'human')
          refusal = { error, until: now().getTime() + refusalMs };
        throw error;
      })
      .finally(() => {
        underWay = null;
      });
    return underWay;
  };
  const current = async (): Promise<LocalToken> => {
    if (local && leftMs(local) > marginMs) return local;
    const isNew = given !== null && !(await store.beganWith(account, given));
    return (isNew ? null : usable(await store.read(account), null)) ?? renewOnce(null);
  };
  const renewSoon = (token: LocalToken): void => {
    renewOnce(token.accessToken).catch((error: unknown) => {
      // What Zalo says has been told where it happened.
      if (!(error instanceof ZaloError)) onAlarm({ code: 'renewal-in-doubt', what: maskForLog(String(error)) });
    });
  };
  return {
    async get() {
      const token = await current();
      if (leftMs(token) < dueBeforeMs && !underWay) renewSoon(token);
      return token.accessToken;
    },
    renew: async (refused) => (await renewOnce(refused)).accessToken,
    worked(token) {
      if (local?.accessToken !== token || local.proven) return;
      local = { ...local, proven: true };
      store.prove(account, local.version).catch(() => {});
    },
    async renewIfDue() {
      const token = await current();
      if (leftMs(token) >= dueBeforeMs) return false;
      await renewOnce(token.accessToken);
      return true;
    },
    async renewNow(code) {
      const kept = await store.read(account);
      await renewOnce(kept?.pair?.accessToken ?? null, code ?? null);
    },
  };
}
