/** The access token of an Official Account: renewed before it runs out, by one copy of the program at a time, and kept before it is used. */
import type { KeptTokens, PlatformTokens, TokenPair } from '../../../bot/index.ts';
import { ZaloError } from '../zalo-error.ts';
import type { AskForTokens, Grant } from './ask-for-tokens.ts';
import type { OaTokens } from './call-oa.ts';

/** What an operator must hear at once; `what` says what to do and holds no token. */
export interface TokenAlarm {
  readonly code: 'no-token' | 'token-dead' | 'token-not-kept' | 'renewal-in-doubt';
  readonly what: string;
}

export interface OaTokenOptions {
  /** Id of the OA. */
  readonly account: string;
  readonly store: PlatformTokens;
  readonly ask: AskForTokens;
  /** A refresh token given by hand: used once, when it is another one than before. */
  readonly given: string | null;
  readonly onAlarm: (alarm: TokenAlarm) => void;
  readonly now?: () => Date;
  readonly wait?: (ms: number) => Promise<void>;
}

export interface OaTokenKeeper extends OaTokens {
  /** Renews when less than five hours are left, so that what goes wrong does so before the token is gone. */
  renewIfDue(): Promise<boolean>;
  /** Renews now, or with the code that a consent ended in. */
  renewNow(code?: { readonly code: string; readonly codeVerifier: string | null }): Promise<void>;
}

const dueBeforeMs = 5 * 3_600_000;
/** A token is not used in its last minute: it might run out on the way. */
const marginMs = 60_000;
/** The right to renew; longer than a request with its time limit can take. */
const renewalMs = 30_000;
const lookAgainMs = 250;
const mostLooks = 160;

interface Local extends TokenPair {
  readonly version: number;
  readonly proven: boolean;
}

export function keepOaTokens(options: OaTokenOptions): OaTokenKeeper {
  const { account, store, now = () => new Date(), wait = waitMs, onAlarm } = options;
  let local: Local | null = null;
  let underWay: Promise<Local> | null = null;
  const leftMs = ({ expiresAt }: TokenPair) => expiresAt.getTime() - now().getTime();
  const adopt = (pair: TokenPair, { version, proven }: Pick<KeptTokens, 'version' | 'proven'>): Local => {
    local = { ...pair, version, proven };
    return local;
  };
  /** What the store has, when it is good and not the one that was refused. */
  const usable = (kept: KeptTokens | null, refused: string | null): Local | null =>
    kept?.pair && kept.pair.accessToken !== refused && leftMs(kept.pair) > marginMs ? adopt(kept.pair, kept) : null;
  const renewal = makeRenewal({ ...options, now, wait, usable, adopt });
  const renewOnce = (refused: string | null, code: Grant | null = null): Promise<Local> => {
    underWay ??= renewal(refused, code).finally(() => {
      underWay = null;
    });
    return underWay;
  };
  const current = async (): Promise<Local> => {
    if (local && leftMs(local) > marginMs) return local;
    const isNew = options.given !== null && !(await store.beganWith(account, options.given));
    return (isNew ? null : usable(await store.read(account), null)) ?? renewOnce(null);
  };
  const renewSoon = (token: Local) =>
    void renewOnce(token.accessToken).catch((error: unknown) => {
      if (!(error instanceof ZaloError)) onAlarm({ code: 'renewal-in-doubt', what: 'The store could not be reached.' });
    });
  return {
    async get() {
      const token = await current();
      if (leftMs(token) < dueBeforeMs && !underWay) renewSoon(token);
      return token.accessToken;
    },
    async renew(refused) {
      return (await renewOnce(refused)).accessToken;
    },
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

const waitMs = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

interface Renewing extends OaTokenOptions {
  readonly now: () => Date;
  readonly wait: (ms: number) => Promise<void>;
  readonly usable: (kept: KeptTokens | null, refused: string | null) => Local | null;
  readonly adopt: (pair: TokenPair, kept: Pick<KeptTokens, 'version' | 'proven'>) => Local;
}

/** Waits for its turn among the copies of the program; whoever comes second finds the new token there. */
const makeRenewal =
  (parts: Renewing) =>
  async (refused: string | null, code: Grant | null): Promise<Local> => {
    const { account, store, usable, wait } = parts;
    for (let looks = 0; looks < mostLooks; looks += 1) {
      const kept = await store.take(account, renewalMs);
      if (kept) {
        const there = code ? null : await otherThan(parts, kept, refused);
        if (!there) return renewWith(parts, kept, { refused, code });
        await store.giveBack(account, { version: kept.version, deadBecause: null });
        return there;
      }
      await wait(lookAgainMs);
      const there = code ? null : usable(await store.read(account), refused);
      if (there) return there;
    }
    throw fault('retry', 'Another copy of the program renews the access token and does not come to an end.');
  };

/** A token given by hand goes before one that is kept. */
async function otherThan({ account, store, given, usable }: Renewing, kept: KeptTokens, refused: string | null) {
  const isNew = given !== null && !(await store.beganWith(account, given));
  return isNew ? null : usable(kept, refused);
}

interface Occasion {
  readonly refused: string | null;
  readonly code: Grant | null;
}

async function renewWith(parts: Renewing, kept: KeptTokens, { refused, code }: Occasion): Promise<Local> {
  const { account, store, ask, onAlarm } = parts;
  const { grant, beganWith } = await grantOf(parts, kept, code);
  const giveBack = (deadBecause: string | null) => store.giveBack(account, { version: kept.version, deadBecause });
  if (grant === null) {
    await giveBack(null);
    onAlarm({ code: kept.deadBecause ? 'token-dead' : 'no-token', what: consentAgain });
    throw fault('human', kept.deadBecause ? `No new access token: ${kept.deadBecause}.` : consentAgain);
  }
  let pair: TokenPair;
  try {
    pair = await ask(grant);
  } catch (error) {
    return afterFailure(parts, kept, { error, refused, giveBack });
  }
  await keepForSure(parts, pair, { version: kept.version, ...(beganWith ? { beganWith } : {}) });
  return parts.adopt(pair, { version: kept.version + 1, proven: false });
}

const consentAgain =
  'The Official Account has no usable refresh token. Let an admin of the OA agree again and set ZALO_OA_REFRESH_TOKEN to the new one, or run: npm run zalo -- refresh --code CODE.';

/** A code, then a token given by hand that was not used, then the one that is kept; `null` when none can succeed. */
async function grantOf({ account, store, given }: Renewing, kept: KeptTokens, code: Grant | null) {
  if (code) return { grant: code, beganWith: null };
  if (given !== null && !(await store.beganWith(account, given)))
    return { grant: { refreshToken: given }, beganWith: given };
  const refreshToken = kept.deadBecause === null ? kept.pair?.refreshToken : undefined;
  return { grant: refreshToken ? { refreshToken } : null, beganWith: null };
}

interface Failure {
  readonly error: unknown;
  readonly refused: string | null;
  readonly giveBack: (deadBecause: string | null) => Promise<void>;
}

/** The pair before may still open the door: a new pair that never worked is no reason to stop. */
async function afterFailure(parts: Renewing, kept: KeptTokens, { error, refused, giveBack }: Failure): Promise<Local> {
  const { onAlarm, now } = parts;
  const isDead = error instanceof ZaloError && error.platformCode !== null && error.action === 'human';
  const cutShort = kept.renewing ? ' An earlier renewal was cut short, and its new token was lost with it.' : '';
  await giveBack(isDead ? `Zalo does not take the refresh token any more (${error.platformCode}).${cutShort}` : null);
  if (isDead) onAlarm({ code: 'token-dead', what: `${consentAgain}${cutShort}` });
  else if (error instanceof ZaloError && error.mayHaveArrived)
    onAlarm({ code: 'renewal-in-doubt', what: 'Zalo did not answer a renewal: the refresh token may be used up.' });
  const { previous, pair } = kept;
  const isOpen = (one: TokenPair | null): one is TokenPair =>
    one !== null && one.accessToken !== refused && one.expiresAt.getTime() > now().getTime() + marginMs;
  if (isOpen(pair)) return parts.adopt(pair, kept);
  if (isOpen(previous)) return parts.adopt(previous, { version: kept.version, proven: true });
  throw error;
}

/** A pair that is lost means that an admin has to agree anew: it is tried until it is kept, and works from memory meanwhile. */
async function keepForSure(
  { account, store, onAlarm, wait }: Renewing,
  pair: TokenPair,
  how: { readonly version: number; readonly beganWith?: string },
): Promise<void> {
  const keep = () => store.keep(account, pair, how);
  const keepLater = async (): Promise<void> => {
    for (;;) {
      await wait(keepAgainMs);
      const kept = await keep().catch(() => null);
      if (kept !== null) return;
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
const keepAgainMs = 2_000;

const fault = (action: 'retry' | 'human', message: string) =>
  new ZaloError(message, { host: 'oauth', method: 'renewToken', action });
