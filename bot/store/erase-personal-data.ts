/** Carries out what citizens asked to be erased. */
import { addAudit } from './audit.ts';
import { dateOf, toJson } from './clean-input.ts';
import type { Database } from './database.ts';
import { notHeld } from './legal-hold.ts';
import type { Scoped } from './tables.ts';

/** Each wish is one transaction of its own: one that fails keeps no other from being carried out. */
export async function erasePersonalData(database: Database, now: Date): Promise<number> {
  const due = await database.withJob('retention', (handle) =>
    dueWishes(handle, now).select('id').orderBy('asked_at').limit(100).execute(),
  );
  const failures: unknown[] = [];
  let done = 0;
  for (const { id } of due) {
    try {
      if (await database.withJob('retention', (handle) => eraseOne(handle, id, now))) done += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === 0) return done;
  throw new AggregateError(
    failures,
    `${failures.length} of ${due.length} wishes to erase could not be carried out and are tried again in the next round.`,
  );
}

const dueWishes = (handle: Scoped, now: Date) =>
  handle
    .selectFrom('erasure')
    .where('done_at', 'is', null)
    .where('not_before', '<=', dateOf(now))
    .where(notHeld('erasure.citizen_id'));

/** Notes, events and pictures of a hand-off go with it. In this order: a conversation points to its session and to its linked account. */
const erased = [
  'outbox',
  'model_call',
  'model_caught',
  'zalo_reach',
  'notice_choice',
  'told_notice',
  'hand_off',
  'conversation',
  'session',
  'channel_link',
  'link_code',
  'challenge',
  'dossier_proof',
] as const;

/** `false` when it was taken back, held or carried out by another copy of the program meanwhile. */
async function eraseOne(handle: Scoped, id: string, now: Date): Promise<boolean> {
  const wish = await dueWishes(handle, now)
    .select('citizen_id')
    .where('id', '=', id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!wish) return false;
  const { citizen_id } = wish;
  // Held until the end, so that no talk is opened in a session that is about to go.
  await handle.selectFrom('session').select('id').where('citizen_id', '=', citizen_id).forUpdate().execute();
  const counts: Record<string, number> = {};
  for (const table of erased) {
    const { numDeletedRows } = await handle.deleteFrom(table).where('citizen_id', '=', citizen_id).executeTakeFirst();
    counts[table] = Number(numDeletedRows);
  }
  await handle
    .updateTable('consent')
    .set({ withdrawn_at: dateOf(now) })
    .where('citizen_id', '=', citizen_id)
    .where('withdrawn_at', 'is', null)
    .execute();
  const end = { done_at: dateOf(now), counts: toJson(counts) };
  await handle.updateTable('erasure').set(end).where('id', '=', id).execute();
  await addAudit(handle, { actor: 'job:retention', action: 'personal-data-erased', object: id, detail: counts });
  return true;
}
