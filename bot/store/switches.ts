/** Keeps what is switched off and the banners, with who did it and why. Everybody reads; one job alone writes. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addAudit } from './audit.ts';
import { makeBanners } from './banners.ts';
import { cleanText, dateOf } from './clean-input.ts';
import type { Database } from './database.ts';
import type { Scoped } from './tables.ts';

/** One thing switched off, now or before. */
export interface SwitchRow {
  readonly id: string;
  /** `bot`, `model`, or a channel's name. */
  readonly what: string;
  /** Code of the commune; `null`: everywhere. */
  readonly unit: string | null;
  readonly because: string;
  readonly by: string;
  readonly since: Date;
  /** When it comes on again by itself; `null`: when somebody turns it on. */
  readonly until: Date | null;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly endedBecause: string | null;
}

/** Who does it: as colleagues know him, and as the audit log names him. */
export interface Doer {
  readonly name: string;
  readonly actor: string;
}

export interface SwitchOrder {
  readonly what: string;
  readonly unit: string | null;
  /** 3 to 500 characters, kept for whoever asks later; no citizen sees it. */
  readonly because: string;
  readonly by: Doer;
  readonly at: Date;
}

export interface BannerRow {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
  readonly severity: 'notice' | 'warning' | 'danger';
  /** Codes of communes (five digits) and provinces (two); `null`: everywhere. */
  readonly units: readonly string[] | null;
  readonly from: Date;
  readonly to: Date;
  readonly by: string;
  readonly madeAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
}

export type NewBanner = Pick<BannerRow, 'vi' | 'en' | 'severity' | 'units' | 'from' | 'to'> & { readonly by: Doer };

export interface SwitchStore {
  /** What is off and not turned on again, one that has run out included; banners that have not ended. */
  open(at: Date): Promise<{ readonly off: readonly SwitchRow[]; readonly banners: readonly BannerRow[] }>;
  /** The latest of both, newest first, ended ones included: at most `limit` (100) each. */
  history(limit?: number): Promise<{ readonly off: readonly SwitchRow[]; readonly banners: readonly BannerRow[] }>;
  /** In place of what had switched the same off before. Resolves with its id. */
  turnOff(order: SwitchOrder & { readonly until: Date | null }): Promise<string>;
  /** `false` when it was not off. */
  turnOn(order: SwitchOrder): Promise<boolean>;
  publish(banner: NewBanner, at: Date): Promise<string>;
  /** Takes it down before its time; `false` when it was over, or there is none. */
  takeDown(order: { readonly id: string; readonly by: Doer; readonly at: Date }): Promise<boolean>;
  /** A hint that another copy of the program changed something; may be missed. Returns how to stop. */
  onChange(listener: () => void): () => void;
}

/** The name under which PostgreSQL tells of changes. */
export const switchSignal = 'switch';

export function makeSwitches(database: Database, onChange: SwitchStore['onChange']): SwitchStore {
  const banners = makeBanners(database);
  return {
    open: async (at) => ({ off: await openSwitches(database), banners: await banners.open(at) }),
    history: async (limit = 100) => ({
      off: await database.outer
        .selectFrom('switch')
        .select(columns)
        .orderBy('since', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute(),
      banners: await banners.history(limit),
    }),
    turnOff: (order) => database.withJob('switches', (handle) => turnOff(handle, order)),
    turnOn: (order) => database.withJob('switches', (handle) => turnOn(handle, order)),
    publish: banners.publish,
    takeDown: banners.takeDown,
    onChange,
  };
}

const columns = [
  'id',
  'what',
  'unit',
  'because',
  'by',
  'since',
  'until',
  'ended_at as endedAt',
  'ended_by as endedBy',
  'ended_because as endedBecause',
] as const;

const openSwitches = (database: Database) =>
  database.outer.selectFrom('switch').select(columns).where('ended_at', 'is', null).orderBy('since').execute();

/** One after another: two that press at once leave one row open. */
const oneAtATime = (handle: Scoped) => sql`select pg_advisory_xact_lock(hashtext('switch'))`.execute(handle);

/** Tells all copies with the commit. */
export const tellSwitched = (handle: Scoped) => sql`select pg_notify(${switchSignal}, '')`.execute(handle);

async function turnOff(handle: Scoped, order: SwitchOrder & { readonly until: Date | null }): Promise<string> {
  const { what, unit, because, by, at, until } = clean(order);
  await oneAtATime(handle);
  await end(handle, { what, unit, because, by, at });
  const id = randomUUID();
  await handle.insertInto('switch').values({ id, what, unit, because, by: by.name, since: at, until }).execute();
  await tellSwitched(handle);
  await addAudit(handle, {
    actor: by.actor,
    action: 'switch-off',
    object: `switch:${what}`,
    detail: { id, unit, because, until },
  });
  return id;
}

async function turnOn(handle: Scoped, order: SwitchOrder): Promise<boolean> {
  const { what, unit, because, by } = clean(order);
  await oneAtATime(handle);
  if ((await end(handle, clean(order))) === 0) return false;
  await tellSwitched(handle);
  await addAudit(handle, { actor: by.actor, action: 'switch-on', object: `switch:${what}`, detail: { unit, because } });
  return true;
}

async function end(handle: Scoped, { what, unit, because, by, at }: SwitchOrder): Promise<number> {
  const { numUpdatedRows } = await handle
    .updateTable('switch')
    .set({ ended_at: at, ended_by: by.name, ended_because: because })
    .where('what', '=', what)
    .where('unit', 'is not distinct from', unit)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

const clean = <Order extends SwitchOrder>(order: Order): Order => ({
  ...order,
  because: cleanText(order.because).trim(),
  at: dateOf(order.at),
});
