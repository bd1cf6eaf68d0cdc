/** One renewal of an Official Account's tokens, in its turn among the copies of the program; kept before it is used. */
import type { KeptTokens, PlatformTokens, TokenPair } from '../../../bot/index.ts';
import { ZaloError } from '../zalo-error.ts';
import type { AskForTokens, Grant } from './ask-for-tokens.ts';
import { keepForSure } from './keep-for-sure.ts';

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

export interface LocalToken extends TokenPair {
  readonly version: number;
  readonly proven: boolean;
}

export interface Renewing extends OaTokenOptions {
  /** What the store has, when it is good and not the one that was refused. */
  readonly usable: (kept: KeptTokens | null, refused: string | null) => LocalToken | null;
  readonly adopt: (pair: TokenPair, kept: Pick<KeptTokens, 'version' | 'proven'>) => LocalToken;
  /** Whether it has time left. */
  readonly isOpen: (pair: TokenPair) => boolean;
}

/** The right to renew; longer than a request with its time limit can take. */
const renewalMs = 30_000;
const lookAgainMs = 250;
const mostLooks = 160;

export const waitMs = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** Whoever comes second finds the new token there and asks for none. A code is for this one renewal. */
export const makeRenewal =
  (parts: Renewing) =>
  async (refused: string | null, code: Grant | null): Promise<LocalToken> => {
    const { account, store, usable, wait = waitMs } = parts;
    for (let looks = 0; looks < mostLooks; looks += 1) {
      const kept = await store.take(account, renewalMs);
      if (kept) {
        const there = code || (await isGivenNew(parts)) ? null : usable(kept, refused);
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

const isGivenNew = async ({ account, store, given }: Renewing): Promise<boolean> =>
  given !== null && !(await store.beganWith(account, given));

interface Occasion {
  readonly refused: string | null;
  readonly code: Grant | null;
}

async function renewWith(parts: Renewing, kept: KeptTokens, occasion: Occasion): Promise<LocalToken> {
  const { account, store, ask, onAlarm } = parts;
  const { version, deadBecause } = kept;
  const { grant, beganWith } = await grantOf(parts, kept, occasion.code);
  if (grant === null) {
    await store.giveBack(account, { version, deadBecause: null });
    onAlarm({ code: deadBecause ? 'token-dead' : 'no-token', what: consentAgain });
    throw fault('human', deadBecause ? `No new access token: ${deadBecause}` : consentAgain);
  }
  let pair: TokenPair;
  try {
    pair = await ask(grant);
  } catch (error) {
    return afterFailure(parts, kept, { error, refused: occasion.refused });
  }
  await keepForSure(parts, pair, { version, ...(beganWith ? { beganWith } : {}) });
  return parts.adopt(pair, { version: version + 1, proven: false });
}

const consentAgain =
  'The Official Account has no usable refresh token. Let an admin of the OA agree again and set ZALO_OA_REFRESH_TOKEN to the new one, or run: npm run zalo -- refresh --code CODE';

/** A code, then a token given by hand that was not used, then the one that is kept; `null` when none can succeed. */
async function grantOf(parts: Renewing, kept: KeptTokens, code: Grant | null) {
  const { given } = parts;
  if (code) return { grant: code, beganWith: null };
  if (given !== null && (await isGivenNew(parts))) return { grant: { refreshToken: given }, beganWith: given };
  const refreshToken = kept.deadBecause === null ? kept.pair?.refreshToken : undefined;
  return { grant: refreshToken ? { refreshToken } : null, beganWith: null };
}

/** The pair at hand, or the one before it, may still open the door: a dead refresh token leaves hours to act in. */
async function afterFailure(
  parts: Renewing,
  kept: KeptTokens,
  { error, refused }: { readonly error: unknown; readonly refused: string | null },
): Promise<LocalToken> {
  const { account, store, isOpen } = parts;
  const isDead = error instanceof ZaloError && error.platformCode !== null && error.action === 'human';
  const cutShort = kept.renewing ? ' An earlier renewal was cut short, and its new token was lost with it.' : '';
  const deadBecause = isDead
    ? `Zalo does not take the refresh token any more (${error.platformCode}).${cutShort}`
    : null;
  await store.giveBack(account, { version: kept.version, deadBecause });
  tellOf(parts, { error, isDead, cutShort });
  const pairs = [kept.pair, kept.previous].filter((pair) => pair !== null);
  const open = pairs.find((pair) => pair.accessToken !== refused && isOpen(pair));
  if (open) return parts.adopt(open, { version: kept.version, proven: true });
  throw error;
}

function tellOf(
  { onAlarm }: Renewing,
  { error, isDead, cutShort }: { readonly error: unknown; readonly isDead: boolean; readonly cutShort: string },
): void {
  if (isDead) onAlarm({ code: 'token-dead', what: `${consentAgain}.${cutShort}` });
  else if (error instanceof ZaloError && error.mayHaveArrived)
    onAlarm({ code: 'renewal-in-doubt', what: 'Zalo did not answer a renewal: the refresh token may be used up.' });
}

const fault = (action: 'retry' | 'human', message: string) =>
  new ZaloError(message, { host: 'oauth', method: 'renewToken', action });
