/** Keeps kiosks and the visits at them. Whose a visit is nobody knows, so a job works here. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addAudit } from './audit.ts';
import { cleanText, idOf, keyOf } from './clean-input.ts';
import type { Database } from './database.ts';
import type { Scoped } from './tables.ts';

export interface DeviceOfKiosk {
  readonly id: string;
  readonly name: string;
  /** Code of its commune; `null`: the installation's own. */
  readonly unit: string | null;
}

export interface ListedDevice extends DeviceOfKiosk {
  readonly madeAt: Date;
  readonly seenAt: Date | null;
}

export interface NewVisit {
  /** `null`: no registered device. */
  readonly deviceId: string | null;
  /** The id of its conversation on the wire. */
  readonly thread: string;
}

export interface Visit {
  readonly id: string;
  readonly deviceId: string | null;
  /** By the database's clock: when it ends unless somebody is there, at the latest after its whole life. */
  readonly endsAt: Date;
}

/** What a device had before is over; its talks, whose sockets have to be told. */
export interface BegunVisit extends Visit {
  readonly replaced: readonly string[];
}

/** Who ended it: the person or the page, the next visit, or whoever took the device away. */
export type VisitEnd = 'done' | 'replaced' | 'removed';

export interface KioskStore {
  /** Registers a device; its key is kept as a hash. @param by as the audit log names him. */
  addDevice(device: {
    readonly name: string;
    readonly unit: string | null;
    readonly keyHash: Buffer;
    readonly by: string;
  }): Promise<string>;
  /** Those that are registered now. */
  devices(): Promise<readonly ListedDevice[]>;
  /** Its key opens nothing from now on, and its visit is over. `false`: there is none. */
  removeDevice(id: string, by: string): Promise<boolean>;
  /** By its key; `null` when it is none, or was removed. */
  findDevice(keyHash: Buffer): Promise<DeviceOfKiosk | null>;
  /** Begins one; what the device had before is over in the same moment, with all that it opened. */
  beginVisit(visit: NewVisit): Promise<BegunVisit>;
  /** `null` when there is none, or it is over. `touch`: somebody is there, so it lasts on. */
  findVisit(id: string, options?: { readonly touch?: boolean }): Promise<Visit | null>;
  /** Ends it, with proofs and questions for secrets. `false` when it was over. */
  endVisit(id: string, thread: string): Promise<boolean>;
  /** `false` when there is no such visit, or it is over. */
  rateVisit(id: string, stars: number): Promise<boolean>;
}

const lasting = sql<boolean>`ended_at is null and began_at > now() - visit_life() and seen_at > now() - visit_idle()`;
const visitColumns = [
  'id',
  'device_id as deviceId',
  sql<Date>`least(began_at + visit_life(), seen_at + visit_idle())`.as('endsAt'),
] as const;

export function makeKiosks(database: Database): KioskStore {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('kiosk', work);
  return {
    addDevice: ({ name, unit, keyHash, by }) =>
      asJob(async (handle) => {
        const id = randomUUID();
        const row = { id, name: cleanText(name), unit: unit === null ? null : keyOf(unit), key_hash: keyHash };
        await handle.insertInto('kiosk_device').values(row).execute();
        await addAudit(handle, { actor: by, action: 'kiosk-added', object: `kiosk:${id}`, detail: { name, unit } });
        return id;
      }),
    devices: () =>
      asJob((handle) =>
        handle
          .selectFrom('kiosk_device')
          .select(['id', 'name', 'unit', 'made_at as madeAt', 'seen_at as seenAt'])
          .where('removed_at', 'is', null)
          .orderBy('made_at')
          .execute(),
      ),
    removeDevice: (id, by) => asJob((handle) => removeDevice(handle, idOf(id), by)),
    findDevice: (keyHash) =>
      asJob(async (handle) => {
        const found = handle.selectFrom('kiosk_device').select(['id', 'name', 'unit']);
        const row = await found.where('key_hash', '=', keyHash).where('removed_at', 'is', null).executeTakeFirst();
        return row ?? null;
      }),
    beginVisit: (visit) => asJob((handle) => beginVisit(handle, visit)),
    findVisit: (id, { touch = false } = {}) =>
      asJob(async (handle) => {
        if (touch)
          await handle
            .updateTable('kiosk_visit')
            .set({ seen_at: sql`now()` })
            .where('id', '=', idOf(id))
            .where(lasting)
            .execute();
        const found = handle.selectFrom('kiosk_visit').select(visitColumns).where('id', '=', idOf(id)).where(lasting);
        return (await found.executeTakeFirst()) ?? null;
      }),
    endVisit: (id, thread) =>
      asJob(async (handle) => {
        const over = handle.updateTable('kiosk_visit').set({ ended_at: sql`now()`, ended_as: 'done' });
        const own = over.where('id', '=', idOf(id)).where('thread', '=', keyOf(thread));
        const { numUpdatedRows } = await own.where('ended_at', 'is', null).executeTakeFirst();
        // Again each time: a turn that was under way may have proven something since.
        await dropProofs(handle, [keyOf(thread)]);
        return numUpdatedRows === 1n;
      }),
    rateVisit: (id, stars) =>
      asJob(async (handle) => {
        const rated = handle.updateTable('kiosk_visit').set({ rating: stars }).where('id', '=', idOf(id));
        return (await rated.where(lasting).executeTakeFirst()).numUpdatedRows === 1n;
      }),
  };
}

async function removeDevice(handle: Scoped, id: string, by: string): Promise<boolean> {
  const { numUpdatedRows } = await handle
    .updateTable('kiosk_device')
    .set({ removed_at: sql`now()` })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await endVisitsOf(handle, id, 'removed');
  await addAudit(handle, { actor: by, action: 'kiosk-removed', object: `kiosk:${id}` });
  return true;
}

/** Two at once wait for each other at the device's row: one of them is replaced. */
async function beginVisit(handle: Scoped, { deviceId, thread }: NewVisit): Promise<BegunVisit> {
  let replaced: readonly string[] = [];
  if (deviceId !== null) {
    const device = handle.updateTable('kiosk_device').set({ seen_at: sql`now()` }).where('id', '=', idOf(deviceId));
    await device.execute();
    replaced = await endVisitsOf(handle, deviceId, 'replaced');
  }
  const begun = await handle
    .insertInto('kiosk_visit')
    .values({ id: randomUUID(), device_id: deviceId, thread: keyOf(thread) })
    .returning(visitColumns)
    .executeTakeFirstOrThrow();
  return { ...begun, replaced };
}

/** Resolves with the ids of their conversations. */
async function endVisitsOf(handle: Scoped, deviceId: string, as: VisitEnd): Promise<readonly string[]> {
  const ended = await handle
    .updateTable('kiosk_visit')
    .set({ ended_at: sql`now()`, ended_as: as })
    .where('device_id', '=', deviceId)
    .where('ended_at', 'is', null)
    .returning('thread')
    .execute();
  const threads = ended.map(({ thread }) => thread);
  if (threads.length === 0) return [];
  await dropProofs(handle, threads);
  const talks = handle.selectFrom('conversation').select('id').where('channel', '=', 'kiosk');
  return (await talks.where('external_id', 'in', threads).execute()).map(({ id }) => id);
}

/** What was proven in these threads, and what was asked, is gone. */
async function dropProofs(handle: Scoped, threads: readonly string[]): Promise<void> {
  if (threads.length === 0) return;
  const citizens = handle
    .selectFrom('conversation')
    .select('citizen_id')
    .where('channel', '=', 'kiosk')
    .where('external_id', 'in', threads);
  await handle.deleteFrom('dossier_proof').where('citizen_id', 'in', citizens).execute();
  await handle.deleteFrom('challenge').where('citizen_id', 'in', citizens).execute();
}
