/** A court or an authority orders that something be kept: then no job deletes it, whatever asks for it to go. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addAudit } from './audit.ts';
import { cleanText, dateOf, idOf } from './clean-input.ts';
import type { Scoped } from './tables.ts';

export interface HoldOptions {
  readonly citizenId: string;
  readonly reason: string;
  readonly orderedBy: string;
  readonly at: Date;
}

/** @param column the citizen's id, as `table.column`. Every deletion by a job asks this. */
export const notHeld = (column: string) =>
  sql<boolean>`not exists (select from legal_hold h where h.citizen_id = ${sql.ref(column)} and h.released_at is null)`;

export async function hold(handle: Scoped, { citizenId, reason, orderedBy, at }: HoldOptions): Promise<string> {
  const id = randomUUID();
  await handle
    .insertInto('legal_hold')
    .values({
      id,
      citizen_id: idOf(citizenId),
      reason: cleanText(reason),
      ordered_by: cleanText(orderedBy),
      since: dateOf(at),
    })
    .execute();
  await addAudit(handle, { actor: orderedBy, action: 'legal-hold', object: id });
  return id;
}

/** `false` when there is no such hold, or it was lifted before. */
export async function release(
  handle: Scoped,
  { holdId, by, at }: { readonly holdId: string; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await handle
    .updateTable('legal_hold')
    .set({ released_at: dateOf(at) })
    .where('id', '=', idOf(holdId))
    .where('released_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await addAudit(handle, { actor: by, action: 'legal-hold-released', object: holdId });
  return true;
}
