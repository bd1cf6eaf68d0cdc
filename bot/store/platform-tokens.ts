/** The tokens that a platform is called with: sealed, renewed by one copy of the program at a time, the pair before kept until the new one has worked. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { cleanText, dateOf, keyOf } from './clean-input.ts';
import type { Database } from './database.ts';
import type { Sealer, Slots } from './seal-slots.ts';
import type { Scoped } from './tables.ts';

export interface TokenPair {
  readonly accessToken: string;
  /** Good for one renewal. */
  readonly refreshToken: string;
  /** Of the access token. */
  readonly expiresAt: Date;
}

export interface KeptTokens {
  readonly pair: TokenPair | null;
  /** The one before, until `pair` has worked; `null` afterwards. */
  readonly previous: TokenPair | null;
  /** Grows with each pair that is kept. */
  readonly version: number;
  /** Whether a call with `pair` succeeded. */
  readonly proven: boolean;
  /** Why no more pair can be had by itself; `null` while all is well. */
  readonly deadBecause: string | null;
  /** A renewal was begun and its end never written: its copy of the program died, or is at it. */
  readonly renewing: boolean;
}

export interface PlatformTokens {
  /** `null` for an account of which nothing was ever kept. */
  read(account: string): Promise<KeptTokens | null>;
  /** Whether this refresh token was the one that was given by hand last: then it is used up. */
  beganWith(account: string, refreshToken: string): Promise<boolean>;
  /** The right to renew, for `forMs` by the database's clock; `null` while another copy has it. Resolves with what is kept. */
  take(account: string, forMs: number): Promise<KeptTokens | null>;
  /**
   * Keeps a new pair and gives the right to renew back. `false` when a newer pair than `version` is there already.
   *
   * @param options.beganWith the refresh token given by hand that it came of.
   */
  keep(
    account: string,
    pair: TokenPair,
    options: { readonly version: number; readonly beganWith?: string },
  ): Promise<boolean>;
  /** Says that a call with this version's pair succeeded: the pair before is forgotten. */
  prove(account: string, version: number): Promise<void>;
  /** Gives the right to renew back; with a reason when no new pair can be had without a person. */
  giveBack(account: string, options: { readonly version: number; readonly deadBecause: string | null }): Promise<void>;
}

export function makePlatformTokens(database: Database, sealer: Sealer): PlatformTokens {
  const work = <T>(task: (handle: Scoped) => Promise<T>) => database.withJob('tokens', task);
  const find = (handle: Scoped, account: string) => read(handle, account, sealer);
  return {
    read: (account) => work((handle) => find(handle, account)),
    beganWith: (account, refreshToken) =>
      work(async (handle) => {
        const row = handle.selectFrom('zalo_token').select('began_with').where('account', '=', keyOf(account));
        return (await row.executeTakeFirst())?.began_with?.equals(hashOf(refreshToken)) ?? false;
      }),
    take: (account, forMs) => work((handle) => take(handle, account, { forMs, find })),
    keep: (account, pair, options) => work((handle) => keep(handle, account, { ...options, pair, sealer })),
    async prove(account, version) {
      const change = { proven: true, previous_sealed: null };
      await work((handle) => changeOf(handle, account, version).set(change).where('proven', '=', false).execute());
    },
    async giveBack(account, { version, deadBecause }) {
      const change = { renewing_until: null, ...(deadBecause ? { dead_because: cleanText(deadBecause) } : {}) };
      await work((handle) => changeOf(handle, account, version).set(change).execute());
    },
  };
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const changeOf = (handle: Scoped, account: string, version: number) =>
  handle.updateTable('zalo_token').where('account', '=', keyOf(account)).where('version', '=', version);

async function read(handle: Scoped, account: string, sealer: Sealer): Promise<KeptTokens | null> {
  const row = await handle
    .selectFrom('zalo_token')
    .select(['pair_sealed', 'previous_sealed', 'version', 'proven', 'dead_because as deadBecause'])
    .select(sql<boolean>`renewing_until is not null`.as('renewing'))
    .where('account', '=', keyOf(account))
    .executeTakeFirst();
  if (!row) return null;
  const { pair_sealed, previous_sealed, ...rest } = row;
  const open = (sealed: Buffer | null) => sealed && pairOf(sealer.open(sealName(account), sealed));
  return { ...rest, pair: open(pair_sealed), previous: open(previous_sealed) };
}

const sealName = (account: string): string => `zalo-token:${account}`;

const pairOf = ({ accessToken = '', refreshToken = '', expiresAt = '' }: Slots): TokenPair => ({
  accessToken,
  refreshToken,
  expiresAt: new Date(expiresAt),
});

interface Taking {
  readonly forMs: number;
  readonly find: (handle: Scoped, account: string) => Promise<KeptTokens | null>;
}

async function take(handle: Scoped, account: string, { forMs, find }: Taking): Promise<KeptTokens | null> {
  const until = sql<Date>`clock_timestamp() + make_interval(secs => ${forMs / 1000})`;
  await handle
    .insertInto('zalo_token')
    .values({
      account: keyOf(account),
      pair_sealed: null,
      previous_sealed: null,
      expires_at: null,
      began_with: null,
      dead_because: null,
      renewing_until: null,
      changed_at: sql<Date>`clock_timestamp()`,
    })
    .onConflict((conflict) => conflict.column('account').doNothing())
    .execute();
  // What is kept is read under the lock of its row, and before the mark of our own renewal is on it.
  await handle.selectFrom('zalo_token').select('version').where('account', '=', keyOf(account)).forUpdate().execute();
  const kept = await find(handle, account);
  const { numUpdatedRows } = await handle
    .updateTable('zalo_token')
    .set({ renewing_until: until })
    .where('account', '=', keyOf(account))
    .where(sql<boolean>`renewing_until is null or renewing_until < clock_timestamp()`)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? kept : null;
}

interface Keeping {
  readonly pair: TokenPair;
  readonly sealer: Sealer;
  readonly version: number;
  readonly beganWith?: string;
}

async function keep(handle: Scoped, account: string, { pair, sealer, version, beganWith }: Keeping): Promise<boolean> {
  const { accessToken, refreshToken, expiresAt } = pair;
  const slots = { accessToken, refreshToken, expiresAt: dateOf(expiresAt).toISOString() };
  const { numUpdatedRows } = await changeOf(handle, account, version)
    .set({
      pair_sealed: sealer.seal(sealName(account), slots),
      previous_sealed: sql`pair_sealed`,
      expires_at: expiresAt,
      version: version + 1,
      proven: false,
      dead_because: null,
      renewing_until: null,
      changed_at: sql`clock_timestamp()`,
      ...(beganWith ? { began_with: hashOf(beganWith) } : {}),
    })
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
